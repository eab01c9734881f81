"""Words that names are told by: legal forms, titles, heads of organisations, given names, endings. Data."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Dropped from a name: they say what a body is in law, not which one. As written. Not `ИП` and `КХ`: they are
# called by a person's name.
LEGAL_FORMS = _words(
    """
    ТОО АО ООО ОАО ЗАО ПАО НАО ГУ КГУ РГУ РГП ГКП КГП НКО ФГУП ЖШС АҚ ЕАҚ КЕАҚ ММ КММ РММ РМК МКК ҚБ
    LTD Ltd LLP LLC JSC PJSC INC Inc CORP Corp PLC plc GmbH Co AG SA BV NV
    """
)

# Titles beside a person's name. Lower case, as written, without the dot.
TITLES = _words(
    """
    г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой господин господина господину господином господине
    госпожа госпожи госпоже госпожу госпожой д-р мырза мырзаның мырзаға мырзаны ханым ханымның ханымға ханымды
    mr mrs ms miss dr sir prof
    """
)

# Heads that may be left out before a name in quotation marks («Аманат» is the party «Аманат»). Lower-case
# base forms. A head that makes it another body («пресс-служба», «филиал») is not among them.
HEADS = _words(
    """
    компания фирма корпорация холдинг концерн группа банк партия агентство информагентство издание газета
    журнал портал телеканал канал радио радиостанция фонд движение ассоциация союз организация предприятие
    завод комбинат фабрика шахта клуб сайт проект сервис оператор авиакомпания застройщик общество
    компаниясы фирмасы корпорациясы холдингі банкі партиясы агенттігі газеті журналы порталы телеарнасы арнасы
    қоры қозғалысы қауымдастығы одағы ұйымы кәсіпорны зауыты комбинаты фабрикасы клубы қоғамы бірлестігі
    company firm corporation holding group bank party agency newspaper
    """
)

# Of these, the ones that may be left out before a name without quotation marks as well.
BARE_HEADS = _words("компания фирма корпорация авиакомпания company firm corporation")

# How words begin that are parts of a body's name and hardly of a person's. Lower case.
BODY_BEGINNINGS = _words(
    """
    администрац агентств академ акимат ассоциац банк департамент журнал завод институт кабмин комбинат комисси
    комитет компани корпорац мажилис министерств минздрав минобр минфин минэк национальн организац палат
    парламент парти полици правительств прокуратур радио редакц республик сенат служб совет союз телеканал
    университет управлен федерац холдинг центр
    агентт әкімді банк бірлест газет қоғам мәжіліс министрл одағы палата партия полиция сенат үкімет ұлттық
    administration agency association bank centre center commission committee company corporation council
    court department federation foundation fund government group holding institute international ministry
    national office organisation organization parliament party police press radio senate service times union
    university
    """
)

# Women's given names that are a man's with -а or -я and at least as common as his genitive. Lower case.
# Those in -ия and -ина are told by that.
WOMEN = _words(
    """
    александра азиза адиля аида айнура алима аманда амира дана динара жамиля замира захира камила камиля
    карима латифа лаура милана мирослава мунира надира назира наиля рамиля рашида сабира саида серафима таира
    тахира фарида халида хамида шакира шарифа эмиля яна ярослава
    """
)

# Men's given names whose genitive is no woman's name: it tells the surname beside it. Lower case.
MEN = _words(
    """
    айбек айдар айдос айдын алексей алмас алмат анатолий андрей антон аркадий арман артем артём аскар асет
    аслан асхат асқар афанасий бакытжан бауыржан бахытжан бақытжан берик болат борис вадим василий вениамин
    виктор владимир геннадий георгий григорий данияр дархан даурен денис дмитрий дональд егор ербол ержан
    ерлан ермек жандос жомарт иван игнатий игорь илон ильяс кайрат касым константин леонтий максим максут
    марат мартин марк михаил мурат мухтар мұрат николай нурлан нурсултан нұрлан олег олжас оралхан порфирий
    раймонд рамзан роберт роман рустем руслан самат санжар саян сергей сергий серик серік степан талгат
    терентий тимур фёдор федор чингиз эмануэль эрик юрий яков канат қайрат қанат
    """
)

PRONOUNS = _words(
    """
    я он она оно они мы вы ты его её ее ему ей им ими них него неё нее нему ней ним нём нем меня мне мной нас
    нам нами вас вам вами тебя тебе их кто который которая которые сам сама сами этот эта эти тот та те
    мен сен сіз ол біз сіздер олар оның оған оны одан онымен олардың оларға оларды менің маған мені бізге
    бізді біздің сіздің сізге бұл
    i he she it they we you him her them us me his their who himself herself themselves
    """
)

# Endings of surnames and patronymics. Folded.
SURNAMES = ("ov", "ev", "ova", "eva", "ski", "skaia", "cki", "ckaia", "enko", "wvili", "dze")
MAYBE_SURNAMES = (*SURNAMES, "in", "ina", "ko", "uk", "ian", "ih", "en", "bai", "bek")
PATRONYMICS = ("oviq", "eviq", "iq", "ovna", "evna", "iqna", "iniqna", "uli", "kizi", "oglu", "ogli")

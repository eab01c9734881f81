<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>+ Label</source>
        <translation>+ Метка</translation>
    </message>
    <message>
        <source>+ Relation</source>
        <translation>+ Связь</translation>
    </message>
    <message numerus="yes">
        <source>, {count} could not be read</source>
        <translation>
            <numerusform>, {count} не прочитана</numerusform>
            <numerusform>, {count} не прочитаны</numerusform>
            <numerusform>, {count} не прочитано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {count} new revisions</source>
        <translation>
            <numerusform>, {count} новая редакция</numerusform>
            <numerusform>, {count} новые редакции</numerusform>
            <numerusform>, {count} новых редакций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {count} were there already</source>
        <translation>
            <numerusform>, {count} уже была</numerusform>
            <numerusform>, {count} уже были</numerusform>
            <numerusform>, {count} уже было</numerusform>
        </translation>
    </message>
    <message>
        <source>A colour is written #RRGGBB.</source>
        <translation>Цвет записывается как #RRGGBB.</translation>
    </message>
    <message>
        <source>A quarter took less than</source>
        <translation>Четверть быстрее</translation>
    </message>
    <message>
        <source>A quarter took more than</source>
        <translation>Четверть дольше</translation>
    </message>
    <message>
        <source>About Pressmark</source>
        <translation>О Pressmark</translation>
    </message>
    <message>
        <source>About the article</source>
        <translation>О статье</translation>
    </message>
    <message>
        <source>Accept suggestion, or edit card</source>
        <translation>Принять подсказку или править карточку</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Accepted from “{suggester}”</source>
        <translation>Принято от «{suggester}»</translation>
    </message>
    <message>
        <source>Accepted, edited too, %</source>
        <translation>Принято, в том числе с правкой, %</translation>
    </message>
    <message>
        <source>Active minutes an article</source>
        <translation>Активных минут на статью</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add (Ins)</source>
        <translation>Добавить (Ins)</translation>
    </message>
    <message>
        <source>Add a fragment</source>
        <translation>Добавить фрагмент</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Добавить атрибут</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Добавить метку</translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation>Добавить связь</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>Добавить значение</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message numerus="yes">
        <source>All {count} articles</source>
        <translation>
            <numerusform>Вся {count} статья</numerusform>
            <numerusform>Все {count} статьи</numerusform>
            <numerusform>Все {count} статей</numerusform>
        </translation>
    </message>
    <message>
        <source>An article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>An article of {minutes}, {when}</source>
        <translation>Статья за {minutes}, {when}</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Аннотация</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Аннотации</translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation>Аннотации по меткам</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Articles by status</source>
        <translation>Статьи по статусу</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>At least {word}</source>
        <translation>Не ниже чем «{word}»</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Авторы</translation>
    </message>
    <message>
        <source>Back to do</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>Back where I was</source>
        <translation>Вернуться туда, где был</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Below 4.5 it is hard to read.</source>
        <translation>Ниже 4,5 читать трудно.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>By character (with Shift: select)</source>
        <translation>По знакам (с Shift – выделение)</translation>
    </message>
    <message>
        <source>By paragraph</source>
        <translation>По абзацам</translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation>По предложениям</translation>
    </message>
    <message>
        <source>By the values of an attribute that is a choice</source>
        <translation>По значениям атрибута-выбора</translation>
    </message>
    <message>
        <source>By word</source>
        <translation>По словам</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Авторская строка</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Change attribute</source>
        <translation>Изменить атрибут</translation>
    </message>
    <message>
        <source>Change colours</source>
        <translation>Изменить цвета</translation>
    </message>
    <message>
        <source>Change examples</source>
        <translation>Изменить примеры</translation>
    </message>
    <message>
        <source>Change guideline</source>
        <translation>Изменить инструкцию</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Изменить клавишу</translation>
    </message>
    <message>
        <source>Change label…</source>
        <translation>Сменить метку…</translation>
    </message>
    <message>
        <source>Change relation</source>
        <translation>Изменить связь</translation>
    </message>
    <message>
        <source>Change underline</source>
        <translation>Изменить подчёркивание</translation>
    </message>
    <message>
        <source>Changed: {names}</source>
        <translation>Изменятся: {names}</translation>
    </message>
    <message>
        <source>Characters in a line of the article</source>
        <translation>Знаков в строке статьи</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Утверждения</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Закрыть проект</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Цвет: {name}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Confidence {share} %</source>
        <translation>Уверенность {share} %</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy from the last one like it</source>
        <translation>Скопировать с последней похожей</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Counts while you type, click or scroll; stops after 60 s without input; kept in this project only</source>
        <translation>Считается, пока вы печатаете, щёлкаете или прокручиваете; останавливается через 60 с без ввода; хранится только в этом проекте</translation>
    </message>
    <message>
        <source>Cut a fragment out</source>
        <translation>Вырезать фрагмент</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>Место и дата</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Удалить (Del)</translation>
    </message>
    <message>
        <source>Delete attribute</source>
        <translation>Удалить атрибут</translation>
    </message>
    <message>
        <source>Delete the label</source>
        <translation>Удалить метку</translation>
    </message>
    <message>
        <source>Delete the relation</source>
        <translation>Удалить связь</translation>
    </message>
    <message>
        <source>Delete value</source>
        <translation>Удалить значение</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>Удалить «{name}»</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Выполнить</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Done, next article</source>
        <translation>Готово, следующая статья</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>С правкой</translation>
    </message>
    <message>
        <source>End one character left</source>
        <translation>Конец на знак влево</translation>
    </message>
    <message>
        <source>End one character right</source>
        <translation>Конец на знак вправо</translation>
    </message>
    <message>
        <source>End one word left</source>
        <translation>Конец на слово влево</translation>
    </message>
    <message>
        <source>End one word right</source>
        <translation>Конец на слово вправо</translation>
    </message>
    <message>
        <source>English</source>
        <translation>английский</translation>
    </message>
    <message>
        <source>Everything is kept as soon as it is settled. Ctrl+Z takes it back.</source>
        <translation>Всё сохраняется, как только решено. Ctrl+Z вернёт назад.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Examples, one a line</source>
        <translation>Примеры, по одному в строке</translation>
    </message>
    <message>
        <source>Exported to {path}: {articles}, {annotations}.</source>
        <translation>Экспортировано в {path}: {articles}, {annotations}.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Fifth choice of the card, then a digit</source>
        <translation>Пятый выбор в карточке, затем цифра</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Заливка</translation>
    </message>
    <message>
        <source>Fill on dark paper</source>
        <translation>Заливка на тёмной бумаге</translation>
    </message>
    <message>
        <source>Fill on light paper</source>
        <translation>Заливка на светлой бумаге</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>Найти в статье</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Найти далее</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Найти ранее</translation>
    </message>
    <message>
        <source>First choice of the card, then a digit</source>
        <translation>Первый выбор в карточке, затем цифра</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Флажок</translation>
    </message>
    <message>
        <source>Flag, or take the flag off</source>
        <translation>Поставить или снять флажок</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>С флажком</translation>
    </message>
    <message>
        <source>Found, %</source>
        <translation>Найдено, %</translation>
    </message>
    <message>
        <source>Fourth choice of the card, then a digit</source>
        <translation>Четвёртый выбор в карточке, затем цифра</translation>
    </message>
    <message>
        <source>From</source>
        <comment>annotations of this label</comment>
        <translation>От</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>From {label}</source>
        <translation>От {label}</translation>
    </message>
    <message>
        <source>Go through all suggestions…</source>
        <translation>Пройти все подсказки…</translation>
    </message>
    <message>
        <source>Go to article…</source>
        <translation>Перейти к статье…</translation>
    </message>
    <message>
        <source>Gone: {names}</source>
        <translation>Исчезнут: {names}</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>Расширить выделение</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>Half of the articles</source>
        <translation>Половина статей</translation>
    </message>
    <message>
        <source>Half of the articles took between {low} and {high}, the one in the middle {middle}.</source>
        <translation>Половина статей заняла от {low} до {high}, средняя – {middle}.</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>How sure you are of this annotation</source>
        <translation>Насколько вы уверены в этой аннотации</translation>
    </message>
    <message>
        <source>How sure: sure, likely, unsure</source>
        <translation>Уверенность: уверенно, вероятно, сомнительно</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Импорт папки</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Импортировать папку…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Импорт файлов</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Импортировать файлы…</translation>
    </message>
    <message numerus="yes">
        <source>Import: {count} added</source>
        <translation>
            <numerusform>Импорт: {count} добавлена</numerusform>
            <numerusform>Импорт: {count} добавлены</numerusform>
            <numerusform>Импорт: {count} добавлено</numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>It is the scheme the project has.</source>
        <translation>Это та же схема, что и в проекте.</translation>
    </message>
    <message>
        <source>Join with the next of its label</source>
        <translation>Соединить со следующей с той же меткой</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>казахский</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Labels and scheme</source>
        <translation>Метки и схема</translation>
    </message>
    <message>
        <source>Labels and scheme…</source>
        <translation>Метки и схема…</translation>
    </message>
    <message>
        <source>Labels, relations, articles</source>
        <translation>Метки, связи, статьи</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the interface, from the next start on</source>
        <translation>Язык интерфейса, со следующего запуска</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Текст крупнее</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Прошлый месяц</translation>
    </message>
    <message numerus="yes">
        <source>Last {count} days</source>
        <translation>
            <numerusform>Последний {count} день</numerusform>
            <numerusform>Последние {count} дня</numerusform>
            <numerusform>Последние {count} дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Learn from what is accepted, rejected and marked</source>
        <translation>Учиться на том, что принято, отклонено и отмечено</translation>
    </message>
    <message>
        <source>Least contrast: {light} on light paper, {dark} on dark.</source>
        <translation>Наименьший контраст: {light} на светлой бумаге, {dark} на тёмной.</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop is</source>
        <translation>Светлая, тёмная или как в системе</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Line on dark paper</source>
        <translation>Линия на тёмной бумаге</translation>
    </message>
    <message>
        <source>Line on light paper</source>
        <translation>Линия на светлой бумаге</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>Пункт списка</translation>
    </message>
    <message>
        <source>List of annotations</source>
        <translation>Список аннотаций</translation>
    </message>
    <message>
        <source>List of speakers</source>
        <translation>Список спикеров</translation>
    </message>
    <message>
        <source>Load annotations…</source>
        <translation>Загрузить разметку…</translation>
    </message>
    <message>
        <source>Load {word} as</source>
        <translation>Загрузить {word} как</translation>
    </message>
    <message>
        <source>Longer lines</source>
        <translation>Строки длиннее</translation>
    </message>
    <message>
        <source>Looks so</source>
        <translation>Выглядит так</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>M</source>
        <translation>млн</translation>
    </message>
    <message>
        <source>Mark all occurrences…</source>
        <translation>Разметить все вхождения…</translation>
    </message>
    <message>
        <source>Mark with another label too…</source>
        <translation>Отметить ещё одной меткой…</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Пометок</translation>
    </message>
    <message>
        <source>Measure active time, for you alone: it stays in the project</source>
        <translation>Измерять активное время, только для вас: оно остаётся в проекте</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Median minutes</source>
        <translation>Медиана, мин</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Упоминания</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Влить в</translation>
    </message>
    <message>
        <source>Merge the label into another</source>
        <translation>Влить метку в другую</translation>
    </message>
    <message>
        <source>Merge “{name}” into another label</source>
        <translation>Влить «{name}» в другую метку</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
    <message>
        <source>Move attribute</source>
        <translation>Переставить атрибут</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Вниз (Alt+Down)</translation>
    </message>
    <message>
        <source>Move label</source>
        <translation>Переставить метку</translation>
    </message>
    <message>
        <source>Move relation</source>
        <translation>Переставить связь</translation>
    </message>
    <message>
        <source>Move the annotations to</source>
        <translation>Перенести аннотации в</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Вверх (Alt+Up)</translation>
    </message>
    <message>
        <source>Move value</source>
        <translation>Переставить значение</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>Имя атрибута</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Имя метки</translation>
    </message>
    <message>
        <source>Name of the label for {value}</source>
        <translation>Имя метки для {value}</translation>
    </message>
    <message>
        <source>Name of the relation</source>
        <translation>Имя связи</translation>
    </message>
    <message>
        <source>Name of {label} in the dataset</source>
        <translation>Название метки «{label}» в наборе данных</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Новый атрибут</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Новая метка</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Новый проект…</translation>
    </message>
    <message>
        <source>New relation</source>
        <translation>Новая связь</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
    <message>
        <source>New: {names}</source>
        <translation>Новые: {names}</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>Следующая аннотация</translation>
    </message>
    <message>
        <source>Next annotation outward</source>
        <translation>Объемлющая аннотация</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Следующая статья</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Следующая панель</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>Следующая подсказка</translation>
    </message>
    <message>
        <source>No active time was measured in this time. It is counted while you work on an article.</source>
        <translation>За это время активное время не измерялось. Оно считается, пока вы работаете над статьёй.</translation>
    </message>
    <message>
        <source>No annotation is touched.</source>
        <translation>Ни одна аннотация не затронута.</translation>
    </message>
    <message>
        <source>No annotation was made in this time. Select some words of an article and choose a label.</source>
        <translation>За это время аннотаций нет. Выделите слова в статье и выберите метку.</translation>
    </message>
    <message>
        <source>No claim has a speaker yet. Select a claim and relate it to who says it.</source>
        <translation>Ни у одного утверждения пока нет спикера. Выделите утверждение и свяжите его с тем, кто это говорит.</translation>
    </message>
    <message>
        <source>No number has a value yet. Mark one and give its value on its card.</source>
        <translation>Ни у одного числа пока нет значения. Отметьте число и укажите значение в его карточке.</translation>
    </message>
    <message>
        <source>No suggestion was decided yet. Accept or reject some in an article.</source>
        <translation>Ни одна подсказка пока не решена. Примите или отклоните несколько в статье.</translation>
    </message>
    <message>
        <source>None ticked: all {all}</source>
        <translation>Ничего не отмечено: все {all}</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Не указано</translation>
    </message>
    <message>
        <source>Note on the annotation, or the article</source>
        <translation>Заметка об аннотации или статье</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Nothing here: read and empty</source>
        <translation>Здесь ничего нет: прочитано, пусто</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was removed in the last {count} days. What is removed can be put back from here.</source>
        <translation>
            <numerusform>За последний {count} день ничего не удаляли. Удалённое можно вернуть отсюда.</numerusform>
            <numerusform>За последние {count} дня ничего не удаляли. Удалённое можно вернуть отсюда.</numerusform>
            <numerusform>За последние {count} дней ничего не удаляли. Удалённое можно вернуть отсюда.</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>Of the suggestions decided, %</source>
        <translation>Из решённых подсказок, %</translation>
    </message>
    <message>
        <source>One a line, [square brackets] around what is marked</source>
        <translation>По одному в строке, [в квадратных скобках] то, что отмечено</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Открыть проект…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Открыть пример проекта</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation>Служебный текст</translation>
    </message>
    <message>
        <source>Page furniture, or text</source>
        <translation>Служебный текст или статья</translation>
    </message>
    <message>
        <source>Percent of the articles that show no suggestions, so that the eye stays its own</source>
        <translation>Доля статей без подсказок, в процентах: чтобы взгляд оставался своим</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>Предыдущая аннотация</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Предыдущая статья</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Предыдущая панель</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Предыдущая подсказка</translation>
    </message>
    <message>
        <source>Progress…</source>
        <translation>Ход работы…</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Дата</translation>
    </message>
    <message numerus="yes">
        <source>Put back {count} articles</source>
        <translation>
            <numerusform>Вернуть {count} статью</numerusform>
            <numerusform>Вернуть {count} статьи</numerusform>
            <numerusform>Вернуть {count} статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back {count} articles.</source>
        <translation>
            <numerusform>Возвращена {count} статья.</numerusform>
            <numerusform>Возвращены {count} статьи.</numerusform>
            <numerusform>Возвращено {count} статей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put “{name}” in place of this scheme</source>
        <translation>Заменить эту схему на «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>Putting back {count} articles</source>
        <translation>
            <numerusform>Возврат {count} статьи</numerusform>
            <numerusform>Возврат {count} статей</numerusform>
            <numerusform>Возврат {count} статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Read: nothing here</source>
        <translation>Прочитано: здесь ничего нет</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Reject suggestion, or remove</source>
        <translation>Отклонить подсказку или удалить</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Relate to…</source>
        <translation>Связать с…</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove article from project</source>
        <translation>Удалить статью из проекта</translation>
    </message>
    <message>
        <source>Removed articles…</source>
        <translation>Удалённые статьи…</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} articles.</source>
        <translation>
            <numerusform>Удалена {count} статья.</numerusform>
            <numerusform>Удалены {count} статьи.</numerusform>
            <numerusform>Удалено {count} статей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing {count} articles</source>
        <translation>
            <numerusform>Удаление {count} статьи</numerusform>
            <numerusform>Удаление {count} статей</numerusform>
            <numerusform>Удаление {count} статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Переименовать (F2)</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>Переименовать метку</translation>
    </message>
    <message>
        <source>Rename value</source>
        <translation>Переименовать значение</translation>
    </message>
    <message>
        <source>Rename “{value}”</source>
        <translation>Переименовать «{value}»</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Восстановить резервную копию</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить резервную копию…</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Восстановление резервной копии</translation>
    </message>
    <message>
        <source>Results of the last import</source>
        <translation>Итоги последнего импорта</translation>
    </message>
    <message>
        <source>Results of the last loading</source>
        <translation>Итоги последней загрузки</translation>
    </message>
    <message>
        <source>Right, %</source>
        <translation>Верно, %</translation>
    </message>
    <message>
        <source>Roman numeral</source>
        <translation>римские цифры</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русский</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Сохранить этот поиск…</translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation>Сохранённый фильтр</translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation>Сохранённые фильтры…</translation>
    </message>
    <message>
        <source>Say what becomes of the annotations of “{name}”.</source>
        <translation>Укажите, что станет с аннотациями «{name}».</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Поиск команд</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>Искать во всех статьях</translation>
    </message>
    <message numerus="yes">
        <source>Search {count} articles</source>
        <translation>
            <numerusform>Искать в {count} статье</numerusform>
            <numerusform>Искать в {count} статьях</numerusform>
            <numerusform>Искать в {count} статьях</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: {name}</source>
        <translation>Поиск: {name}</translation>
    </message>
    <message>
        <source>Second choice of the card, then a digit</source>
        <translation>Второй выбор в карточке, затем цифра</translation>
    </message>
    <message>
        <source>Seconds looked at</source>
        <translation>Секунд на просмотр</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Снять выделение</translation>
    </message>
    <message>
        <source>Settings and keys…</source>
        <translation>Настройки и клавиши…</translation>
    </message>
    <message>
        <source>Several: with ; between</source>
        <translation>Несколько – через ;</translation>
    </message>
    <message>
        <source>Share of {part}</source>
        <translation>Доля части {part}</translation>
    </message>
    <message>
        <source>Shorter lines</source>
        <translation>Строки короче</translation>
    </message>
    <message>
        <source>Show or fold page furniture</source>
        <translation>Показать или свернуть служебный текст</translation>
    </message>
    <message>
        <source>Size of the article&apos;s text in points</source>
        <translation>Размер текста статьи в пунктах</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Skip, next article</source>
        <translation>Пропустить, следующая статья</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Текст мельче</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Спикер</translation>
    </message>
    <message>
        <source>Speakers by claims</source>
        <translation>Спикеры по утверждениям</translation>
    </message>
    <message>
        <source>Speakers of the project</source>
        <translation>Спикеры проекта</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>Разделить у курсора</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Разделить по</translation>
    </message>
    <message>
        <source>Split the label</source>
        <translation>Разделить метку</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>Разделить «{name}»</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Разделить…</translation>
    </message>
    <message>
        <source>Start one character left</source>
        <translation>Начало на знак влево</translation>
    </message>
    <message>
        <source>Start one character right</source>
        <translation>Начало на знак вправо</translation>
    </message>
    <message>
        <source>Start one word left</source>
        <translation>Начало на слово влево</translation>
    </message>
    <message>
        <source>Start one word right</source>
        <translation>Начало на слово вправо</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>Подзаголовок</translation>
    </message>
    <message>
        <source>Suggest for this article again</source>
        <translation>Искать подсказки для статьи заново</translation>
    </message>
    <message>
        <source>Suggest numbers, speakers and claims for the article that is open</source>
        <translation>Подсказывать числа, спикеров и утверждения в открытой статье</translation>
    </message>
    <message>
        <source>Suggester</source>
        <translation>Подсказчик</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>Suggestions decided</source>
        <translation>Решённые подсказки</translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>The card of what is selected</source>
        <translation>Карточка выделенного</translation>
    </message>
    <message>
        <source>The name acts are recorded under; empty: the login name</source>
        <translation>Имя, под которым записываются действия; пусто – имя входа</translation>
    </message>
    <message numerus="yes">
        <source>The {count} selected in the library</source>
        <translation>
            <numerusform>{count} статья, выделенная в библиотеке</numerusform>
            <numerusform>{count} статьи, выделенные в библиотеке</numerusform>
            <numerusform>{count} статей, выделенных в библиотеке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {count} the library lists now</source>
        <translation>
            <numerusform>{count} статья из списка библиотеки</numerusform>
            <numerusform>{count} статьи из списка библиотеки</numerusform>
            <numerusform>{count} статей из списка библиотеки</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no articles yet. Import some by the File menu, or drop them on the window.</source>
        <translation>Статей пока нет. Импортируйте их через меню «Файл» или перетащите в окно.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Записывать нечего.</translation>
    </message>
    <message>
        <source>Third choice of the card, then a digit</source>
        <translation>Третий выбор в карточке, затем цифра</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>To</source>
        <comment>annotations of this label</comment>
        <translation>К</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Не начато</translation>
    </message>
    <message>
        <source>To {label}</source>
        <translation>К {label}</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Итоги</translation>
    </message>
    <message>
        <source>Touches {annotations} in {articles} by {annotators} ({names}).</source>
        <translation>Затронуто: {annotations}, {articles}, {annotators} ({names}).</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Type of the attribute</source>
        <translation>Тип атрибута</translation>
    </message>
    <message>
        <source>Type the number&apos;s value</source>
        <translation>Ввести значение числа</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Подчёркивание</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Unexpected error: {error}. What you did before is saved; details are in {place}.</source>
        <translation>Неожиданная ошибка: {error}. Всё сделанное до неё сохранено; подробности в {place}.</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>Язык неизвестен</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Снять отметки</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Value that means: not given yet</source>
        <translation>Значение, которое значит «ещё не указано»</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Values of numbers</source>
        <translation>Значения чисел</translation>
    </message>
    <message>
        <source>Values that become labels of their own, with their names:</source>
        <translation>Значения, которые станут метками, и их имена:</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>What annotators can say of an article as a whole, on its card.</source>
        <translation>Что разметчики могут сказать о статье в целом, в её карточке.</translation>
    </message>
    <message>
        <source>What becomes of the annotations of {name}</source>
        <translation>Что станет с аннотациями {name}</translation>
    </message>
    <message>
        <source>What is said of an article</source>
        <translation>Что говорится о статье</translation>
    </message>
    <message numerus="yes">
        <source>What is said of {count} articles is touched.</source>
        <translation>
            <numerusform>Затронуто сказанное о {count} статье.</numerusform>
            <numerusform>Затронуто сказанное о {count} статьях.</numerusform>
            <numerusform>Затронуто сказанное о {count} статьях.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was learned…</source>
        <translation>Чему научилась программа…</translation>
    </message>
    <message>
        <source>Worked on, {when}</source>
        <translation>В работе, {when}</translation>
    </message>
    <message>
        <source>active time</source>
        <translation>активного времени</translation>
    </message>
    <message>
        <source>all articles of a source, and near-duplicates</source>
        <translation>все статьи источника и почти одинаковые</translation>
    </message>
    <message>
        <source>all articles of a speaker, and near-duplicates</source>
        <translation>все статьи спикера и почти одинаковые</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>янтарный</translation>
    </message>
    <message>
        <source>an article, at the median</source>
        <translation>на статью, по медиане</translation>
    </message>
    <message>
        <source>and a half</source>
        <translation>с половиной</translation>
    </message>
    <message>
        <source>and move its annotations to</source>
        <translation>и перенести её аннотации в</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>аннотаций</translation>
    </message>
    <message>
        <source>article {number} of {total}</source>
        <translation>статья {number} из {total}</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синий</translation>
    </message>
    <message>
        <source>bn</source>
        <translation>млрд</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>выбор</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>утверждения</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>сравнение</translation>
    </message>
    <message>
        <source>compound word</source>
        <translation>сложное слово</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>штриховая</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>дата неизвестна</translation>
    </message>
    <message>
        <source>decade</source>
        <translation>десятилетие</translation>
    </message>
    <message>
        <source>decimals</source>
        <translation>дробная часть</translation>
    </message>
    <message>
        <source>denial</source>
        <translation>опровержение</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>dev</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>цифры</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>точечная</translation>
    </message>
    <message>
        <source>double</source>
        <translation>двойная</translation>
    </message>
    <message>
        <source>earlier revision</source>
        <translation>прежняя версия</translation>
    </message>
    <message>
        <source>equal texts only</source>
        <translation>только одинаковые тексты</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>доля</translation>
    </message>
    <message numerus="yes">
        <source>from {count} marks of yours</source>
        <translation>
            <numerusform>по {count} вашей пометке</numerusform>
            <numerusform>по {count} вашим пометкам</numerusform>
            <numerusform>по {count} вашим пометкам</numerusform>
        </translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>с {date}</translation>
    </message>
    <message>
        <source>goes both ways</source>
        <translation>в обе стороны</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёный</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>клавиша {key}</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>метки</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>языки</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>выученное</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>оставлено пустым</translation>
    </message>
    <message numerus="yes">
        <source>left unmarked {count} times</source>
        <translation>
            <numerusform>не отмечено {count} раз</numerusform>
            <numerusform>не отмечено {count} раза</numerusform>
            <numerusform>не отмечено {count} раз</numerusform>
        </translation>
    </message>
    <message>
        <source>likely</source>
        <translation>вероятно</translation>
    </message>
    <message>
        <source>line of direct speech</source>
        <translation>строка прямой речи</translation>
    </message>
    <message>
        <source>looks like a year</source>
        <translation>похоже на год</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>пурпурный</translation>
    </message>
    <message numerus="yes">
        <source>marked {count} times</source>
        <translation>
            <numerusform>отмечено {count} раз</numerusform>
            <numerusform>отмечено {count} раза</numerusform>
            <numerusform>отмечено {count} раз</numerusform>
        </translation>
    </message>
    <message>
        <source>mauve</source>
        <translation>лиловый</translation>
    </message>
    <message>
        <source>moss</source>
        <translation>мшистый</translation>
    </message>
    <message>
        <source>move to {name}</source>
        <translation>перенести в {name}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя или название</translation>
    </message>
    <message>
        <source>near the beginning</source>
        <translation>в начале статьи</translation>
    </message>
    <message>
        <source>near-duplicates</source>
        <translation>почти одинаковые статьи</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>отрицание</translation>
    </message>
    <message>
        <source>no {label}</source>
        <translation>нет: {label}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>не загружать</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>ничего нового</translation>
    </message>
    <message>
        <source>noun of saying</source>
        <translation>существительное речи</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>number in words</source>
        <translation>число словами</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>числа</translation>
    </message>
    <message>
        <source>object of a verb of saying</source>
        <translation>дополнение при глаголе речи</translation>
    </message>
    <message>
        <source>of suggestions accepted</source>
        <translation>подсказок принято</translation>
    </message>
    <message>
        <source>of {all} articles done</source>
        <translation>из {all} статей готово</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>оливковый</translation>
    </message>
    <message>
        <source>only one from each annotation</source>
        <translation>только одна от каждой аннотации</translation>
    </message>
    <message>
        <source>petrol</source>
        <translation>сине-зелёный</translation>
    </message>
    <message>
        <source>phrase like “in his words”</source>
        <translation>оборот вроде «по его словам»</translation>
    </message>
    <message>
        <source>plan or forecast</source>
        <translation>план или прогноз</translation>
    </message>
    <message>
        <source>plural, like “dozens”</source>
        <translation>множественное число, как «десятки»</translation>
    </message>
    <message>
        <source>quotation, then who said it</source>
        <translation>цитата, затем кто сказал</translation>
    </message>
    <message>
        <source>range</source>
        <translation>диапазон</translation>
    </message>
    <message>
        <source>range of dates</source>
        <translation>период между датами</translation>
    </message>
    <message>
        <source>range of years</source>
        <translation>период между годами</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красный</translation>
    </message>
    <message numerus="yes">
        <source>remove {count} annotations</source>
        <translation>
            <numerusform>удалить {count} аннотацию</numerusform>
            <numerusform>удалить {count} аннотации</numerusform>
            <numerusform>удалить {count} аннотаций</numerusform>
        </translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>повторы</translation>
    </message>
    <message>
        <source>rumour</source>
        <translation>слух</translation>
    </message>
    <message>
        <source>said of the sentence before</source>
        <translation>сказано о предыдущем предложении</translation>
    </message>
    <message>
        <source>sentence of the article</source>
        <translation>предложение самой статьи</translation>
    </message>
    <message>
        <source>several numbers</source>
        <translation>несколько чисел</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>серо-синий</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>сплошная</translation>
    </message>
    <message>
        <source>something counted</source>
        <translation>то, что измеряют</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>источники</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>спикеры</translation>
    </message>
    <message>
        <source>suggested: {reason}</source>
        <translation>подсказка: {reason}</translation>
    </message>
    <message>
        <source>suggestions are hidden here</source>
        <translation>здесь подсказки скрыты</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>уверенно</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>the quotation goes on</source>
        <translation>цитата продолжается</translation>
    </message>
    <message>
        <source>the same speaker goes on</source>
        <translation>говорит тот же спикер</translation>
    </message>
    <message>
        <source>the sentence after what is said</source>
        <translation>предложение после сказанного</translation>
    </message>
    <message>
        <source>thousands or millions</source>
        <translation>тысячи или миллионы</translation>
    </message>
    <message>
        <source>tn</source>
        <translation>трлн</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>сомнительно</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>по {date}</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>verb of saying inside the quotation</source>
        <translation>глагол речи внутри цитаты</translation>
    </message>
    <message>
        <source>verb of saying without a speaker</source>
        <translation>глагол речи без спикера</translation>
    </message>
    <message>
        <source>verb of saying, about something</source>
        <translation>глагол речи, затем о чём</translation>
    </message>
    <message>
        <source>verb of saying, then a colon</source>
        <translation>глагол речи, затем двоеточие</translation>
    </message>
    <message>
        <source>verb of saying, then what is said</source>
        <translation>глагол речи, затем сказанное</translation>
    </message>
    <message>
        <source>verb of saying, then “that”</source>
        <translation>глагол речи, затем «что»</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>фиолетовый</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>волнистая</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>веб-адрес</translation>
    </message>
    <message>
        <source>what is allowed or forbidden</source>
        <translation>разрешение или запрет</translation>
    </message>
    <message>
        <source>what somebody says</source>
        <translation>чьи-то слова</translation>
    </message>
    <message>
        <source>who said it stands at the end</source>
        <translation>кто сказал – в конце</translation>
    </message>
    <message>
        <source>who said it, then the quotation</source>
        <translation>кто сказал, затем цитата</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>винный</translation>
    </message>
    <message>
        <source>with an ending</source>
        <translation>с окончанием</translation>
    </message>
    <message>
        <source>with its annotations</source>
        <translation>вместе с аннотациями</translation>
    </message>
    <message>
        <source>without a unit</source>
        <translation>без единицы</translation>
    </message>
    <message>
        <source>words of the article</source>
        <translation>слова статьи</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>{annotations} made.</source>
        <translation>Сделано: {annotations}.</translation>
    </message>
    <message>
        <source>{articles} measured.</source>
        <translation>Измерено: {articles}.</translation>
    </message>
    <message>
        <source>{articles}, {new} of them new</source>
        <translation>{articles}, из них новых: {new}</translation>
    </message>
    <message>
        <source>{backup} was verified and restored as {project}, which is open now.</source>
        <translation>{backup} проверена и восстановлена как {project}; этот проект теперь открыт.</translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations</source>
        <translation>
            <numerusform>{count} аннотация</numerusform>
            <numerusform>{count} аннотации</numerusform>
            <numerusform>{count} аннотаций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations are removed.</source>
        <translation>
            <numerusform>Удаляется {count} аннотация.</numerusform>
            <numerusform>Удаляются {count} аннотации.</numerusform>
            <numerusform>Удаляется {count} аннотаций.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations carried over, {doubtful} to decide on, {missing} left behind</source>
        <translation>
            <numerusform>перенесена {count} аннотация, решить о {doubtful}, не перенесено {missing}</numerusform>
            <numerusform>перенесены {count} аннотации, решить о {doubtful}, не перенесено {missing}</numerusform>
            <numerusform>перенесено {count} аннотаций, решить о {doubtful}, не перенесено {missing}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotators</source>
        <translation>
            <numerusform>{count} разметчик</numerusform>
            <numerusform>{count} разметчика</numerusform>
            <numerusform>{count} разметчиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are there already, just so.</source>
        <translation>
            <numerusform>{count} уже есть, точно такая же.</numerusform>
            <numerusform>{count} уже есть, точно такие же.</numerusform>
            <numerusform>{count} уже есть, точно такие же.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles</source>
        <translation>
            <numerusform>{count} статья</numerusform>
            <numerusform>{count} статьи</numerusform>
            <numerusform>{count} статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles with values or notes</source>
        <translation>
            <numerusform>{count} статья с признаками или заметкой</numerusform>
            <numerusform>{count} статьи с признаками или заметками</numerusform>
            <numerusform>{count} статей с признаками или заметками</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles.</source>
        <translation>
            <numerusform>{count} статья.</numerusform>
            <numerusform>{count} статьи.</numerusform>
            <numerusform>{count} статей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} become one with others: the same words have the label already.</source>
        <translation>
            <numerusform>{count} сольётся с другой: у тех же слов метка уже есть.</numerusform>
            <numerusform>{count} сольются с другими: у тех же слов метка уже есть.</numerusform>
            <numerusform>{count} сольются с другими: у тех же слов метка уже есть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} claims</source>
        <translation>
            <numerusform>{count} утверждение</numerusform>
            <numerusform>{count} утверждения</numerusform>
            <numerusform>{count} утверждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} days left</source>
        <translation>
            <numerusform>остался {count} день</numerusform>
            <numerusform>осталось {count} дня</numerusform>
            <numerusform>осталось {count} дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} decisions on suggestions</source>
        <translation>
            <numerusform>{count} решение по подсказке</numerusform>
            <numerusform>{count} решения по подсказкам</numerusform>
            <numerusform>{count} решений по подсказкам</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found for certain, though not where the file says.</source>
        <translation>
            <numerusform>{count} найдена точно, но не там, где указано в файле.</numerusform>
            <numerusform>{count} найдены точно, но не там, где указано в файле.</numerusform>
            <numerusform>{count} найдены точно, но не там, где указано в файле.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found, but not for certain: they become suggestions.</source>
        <translation>
            <numerusform>{count} найдена, но не точно: она станет подсказкой.</numerusform>
            <numerusform>{count} найдены, но не точно: они станут подсказками.</numerusform>
            <numerusform>{count} найдены, но не точно: они станут подсказками.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of page furniture</source>
        <translation>
            <numerusform>{count} строка служебного текста</numerusform>
            <numerusform>{count} строки служебного текста</numerusform>
            <numerusform>{count} строк служебного текста</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} marks</source>
        <translation>
            <numerusform>{count} пометка</numerusform>
            <numerusform>{count} пометки</numerusform>
            <numerusform>{count} пометок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} mentions</source>
        <translation>
            <numerusform>{count} упоминание</numerusform>
            <numerusform>{count} упоминания</numerusform>
            <numerusform>{count} упоминаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} numbers</source>
        <translation>
            <numerusform>{count} число</numerusform>
            <numerusform>{count} числа</numerusform>
            <numerusform>{count} чисел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} passages read and empty</source>
        <translation>
            <numerusform>{count} прочитанный пустой отрывок</numerusform>
            <numerusform>{count} прочитанных пустых отрывка</numerusform>
            <numerusform>{count} прочитанных пустых отрывков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} phrases are looked for again.</source>
        <translation>
            <numerusform>Снова ищется {count} сочетание слов.</numerusform>
            <numerusform>Снова ищутся {count} сочетания слов.</numerusform>
            <numerusform>Снова ищется {count} сочетаний слов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} relations</source>
        <translation>
            <numerusform>{count} связь</numerusform>
            <numerusform>{count} связи</numerusform>
            <numerusform>{count} связей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} relations are removed.</source>
        <translation>
            <numerusform>Удаляется {count} связь.</numerusform>
            <numerusform>Удаляются {count} связи.</numerusform>
            <numerusform>Удаляется {count} связей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>выделена {count}</numerusform>
            <numerusform>выделены {count}</numerusform>
            <numerusform>выделено {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} statuses</source>
        <translation>
            <numerusform>{count} статус</numerusform>
            <numerusform>{count} статуса</numerusform>
            <numerusform>{count} статусов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions</source>
        <translation>
            <numerusform>{count} подсказка</numerusform>
            <numerusform>{count} подсказки</numerusform>
            <numerusform>{count} подсказок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions are touched.</source>
        <translation>
            <numerusform>Затронута {count} подсказка.</numerusform>
            <numerusform>Затронуты {count} подсказки.</numerusform>
            <numerusform>Затронуто {count} подсказок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions left</source>
        <translation>
            <numerusform>осталась {count} подсказка</numerusform>
            <numerusform>остались {count} подсказки</numerusform>
            <numerusform>осталось {count} подсказок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} values are lost: {kinds}.</source>
        <translation>
            <numerusform>Теряется {count} значение: {kinds}.</numerusform>
            <numerusform>Теряются {count} значения: {kinds}.</numerusform>
            <numerusform>Теряется {count} значений: {kinds}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {all} done.</source>
        <translation>Готово: {done} из {all}.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{label} {number} of {total}</source>
        <translation>{label} {number} из {total}</translation>
    </message>
    <message>
        <source>{language} (not translated yet)</source>
        <translation>{language} (ещё не переведено)</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{name}: {claims}, {mentions} in {articles}</source>
        <translation>{name}: {claims}, {mentions}, {articles}</translation>
    </message>
    <message>
        <source>{near} to above {far}</source>
        <translation>от {near} до более {far}</translation>
    </message>
    <message>
        <source>{near} to below {far}</source>
        <translation>от {near} до менее {far}</translation>
    </message>
    <message>
        <source>{numbers} ({unit}) from {low} to {high}; the one in the middle is {middle}.</source>
        <translation>{numbers} ({unit}) от {low} до {high}; среднее – {middle}.</translation>
    </message>
    <message>
        <source>{number} of {all} ticked</source>
        <translation>отмечено {number} из {all}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{percent} of {all} decided were accepted, as they were or edited.</source>
        <translation>Принято {percent} из {all} решённых, как есть или с правкой.</translation>
    </message>
    <message>
        <source>{shown} of {all} speakers who make claims.</source>
        <translation>Показано {shown} из {all} спикеров с утверждениями.</translation>
    </message>
    <message>
        <source>{size} bytes that are not text; what is in them, in readable form:</source>
        <translation>{size} байт, это не текст; вот что в них, в читаемом виде:</translation>
    </message>
    <message>
        <source>{suggester}: {number} of {all} {decision}, {percent}</source>
        <translation>{suggester}: {decision} {number} из {all}, {percent}</translation>
    </message>
    <message>
        <source>{when}, an article: {minutes}, {annotations}</source>
        <translation>{when}, статья: {minutes}, {annotations}</translation>
    </message>
    <message>
        <source>{when}: {articles}, half of them within {minutes}</source>
        <translation>{when}: {articles}, половина не дольше {minutes}</translation>
    </message>
    <message>
        <source>“according to”</source>
        <translation>«согласно», «по данным»</translation>
    </message>
    <message>
        <source>“all”, “never”, “only”</source>
        <translation>«все», «никогда», «только»</translation>
    </message>
    <message>
        <source>“as somebody says”</source>
        <translation>«как говорит кто-то»</translation>
    </message>
    <message>
        <source>“{text}” there</source>
        <translation>там «{text}»</translation>
    </message>
    <message>
        <source>“деп” and a verb of saying</source>
        <translation>«деп» и глагол речи</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Pressmark</source>
        <translation>О Pressmark</translation>
    </message>
    <message>
        <source>Annotates saved news articles: claims, speakers and numbers, in one file.</source>
        <translation>Разметка сохранённых новостей: утверждения, спикеры и числа в одном файле.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nothing is fetched from the network, nothing is sent: what you open stays here.</source>
        <translation>Ничего не загружается из сети и никуда не отправляется: всё остаётся здесь.</translation>
    </message>
    <message>
        <source>Typefaces: Inter and Literata, under the SIL Open Font License.</source>
        <translation>Шрифты: Inter и Literata, по лицензии SIL Open Font License.</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>The scheme has no relation between these two.</source>
        <translation>В схеме нет связи между этими двумя.</translation>
    </message>
</context>
<context>
    <name>AnnotationsIn</name>
    <message>
        <source>Loaded {file}: {result}</source>
        <translation>Загружено из {file}: {result}</translation>
    </message>
    <message>
        <source>Nothing was loaded into this project yet.</source>
        <translation>В этот проект ещё ничего не загружали.</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Показать итоги</translation>
    </message>
</context>
<context>
    <name>AnnotationsPage</name>
    <message>
        <source>An annotation that says nothing of it counts as sure.</source>
        <translation>Аннотация без указания уверенности считается уверенной.</translation>
    </message>
    <message>
        <source>An article without such annotations stays: nothing there is data too.</source>
        <translation>Статья без таких аннотаций остаётся: что в ней ничего нет – тоже данные.</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Разметчики</translation>
    </message>
    <message>
        <source>However sure</source>
        <translation>С любой уверенностью</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Only what is sure</source>
        <translation>Только уверенные</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>Suggestions, with the decisions on them</source>
        <translation>Подсказки вместе с решениями по ним</translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>Tick at least one of each kind.</source>
        <translation>Отметьте хотя бы по одному в каждом ряду.</translation>
    </message>
    <message>
        <source>with the decisions on them</source>
        <translation>вместе с решениями по ним</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>Flag</source>
        <translation>Флажок</translation>
    </message>
    <message>
        <source>From {path}</source>
        <translation>Из {path}</translation>
    </message>
    <message>
        <source>Imported on {day}</source>
        <translation>Импортировано {day}</translation>
    </message>
    <message>
        <source>Later text of: {earlier}</source>
        <translation>Поздний текст статьи: {earlier}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>Заметка о статье</translation>
    </message>
    <message>
        <source>Paragraphs, and why they are what they are</source>
        <translation>Абзацы и почему они такие</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Worked on for {time}</source>
        <translation>В работе {time}</translation>
    </message>
    <message>
        <source>come back to it</source>
        <translation>вернуться к ней</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
</context>
<context>
    <name>ArticlesPage</name>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>The dates of publication are no such stretch of time.</source>
        <translation>Даты публикации не образуют промежутка времени.</translation>
    </message>
    <message>
        <source>Tick at least one of each kind.</source>
        <translation>Отметьте хотя бы по одному в каждом ряду.</translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation>Источник неизвестен</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Take off {name}</source>
        <translation>Снять: {name}</translation>
    </message>
</context>
<context>
    <name>Back</name>
    <message>
        <source>← Back to “{name}”</source>
        <translation>← Назад к «{name}»</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No removed article is called so.</source>
        <translation>Удалённой статьи с таким названием нет.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Removed articles</source>
        <translation>Удалённые статьи</translation>
    </message>
    <message>
        <source>Search titles and sources</source>
        <translation>Искать в заголовках и источниках</translation>
    </message>
</context>
<context>
    <name>BlockCard</name>
    <message>
        <source>Paragraph {number}</source>
        <translation>Абзац {number}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Role of the paragraph</source>
        <translation>Роль абзаца</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Почему: {reason}</translation>
    </message>
</context>
<context>
    <name>BriefCard</name>
    <message>
        <source>About the article</source>
        <translation>О статье</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>С флажком</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Статьи нет</translation>
    </message>
    <message>
        <source>Select words in the article and choose a label.</source>
        <translation>Выделите слова в статье и выберите метку.</translation>
    </message>
    <message>
        <source>Select words in the article and press a label&apos;s key: {keys}.</source>
        <translation>Выделите слова в статье и нажмите клавишу метки: {keys}.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>Carding</name>
    <message>
        <source>Select a number first: then V opens its value.</source>
        <translation>Сначала выделите число: тогда V откроет его значение.</translation>
    </message>
    <message>
        <source>Select an annotation first: then U says how sure you are.</source>
        <translation>Сначала выделите аннотацию: тогда U укажет уверенность.</translation>
    </message>
    <message>
        <source>Select the words, then {enter} takes them; {escape}: leave it as it is</source>
        <translation>Выделите слова, затем {enter} возьмёт их; {escape} – оставить как есть</translation>
    </message>
    <message>
        <source>The card has no choice of that number.</source>
        <translation>В карточке нет выбора с таким номером.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Actions</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Поиск команд</translation>
    </message>
</context>
<context>
    <name>ConcordanceList</name>
    <message>
        <source>Places in context</source>
        <translation>Места в контексте</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No more articles this way.</source>
        <translation>В эту сторону статей больше нет.</translation>
    </message>
    <message>
        <source>Select an annotation first, then R relates it to another.</source>
        <translation>Сначала выделите аннотацию, тогда R свяжет её с другой.</translation>
    </message>
    <message>
        <source>That was the last article of the list.</source>
        <translation>Это была последняя статья списка.</translation>
    </message>
    <message>
        <source>There is nothing here this could be related to.</source>
        <translation>Здесь не с чем это связать.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Возвращать нечего.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>There is nowhere to go back to.</source>
        <translation>Возвращаться некуда.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Очистить поиск и фильтры</translation>
    </message>
    <message>
        <source>Clear them to see all articles.</source>
        <translation>Очистите их, чтобы увидеть все статьи.</translation>
    </message>
    <message>
        <source>Drop saved pages or folders here, or import them.</source>
        <translation>Перетащите сюда сохранённые страницы или папки либо импортируйте их.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Статей пока нет</translation>
    </message>
    <message>
        <source>Nothing matches these filters</source>
        <translation>По этим фильтрам ничего нет</translation>
    </message>
    <message>
        <source>Nothing matches “{words}”</source>
        <translation>По запросу «{words}» ничего нет</translation>
    </message>
    <message>
        <source>Try fewer words, or clear the search and the filters.</source>
        <translation>Попробуйте меньше слов или очистите поиск и фильтры.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Annotations</source>
        <translation>Разметка</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Counting losses</source>
        <translation>Подсчёт потерь</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Содержит</translation>
    </message>
    <message>
        <source>Leaves out</source>
        <translation>Не содержит</translation>
    </message>
    <message>
        <source>Not counted. It is counted while exporting, too.</source>
        <translation>Не подсчитано. При экспорте подсчёт будет всё равно.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Части</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>Такой файл уже есть и будет заменён.</translation>
    </message>
    <message>
        <source>The folder already holds something: name a new or an empty one.</source>
        <translation>Папка не пуста: укажите новую или пустую.</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>Что экспортируется</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>The scheme does not have these of the file. They can be loaded as what it has:</source>
        <translation>Этого из файла нет в схеме. Можно загрузить как то, что в ней есть:</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter {name}, press to take off</source>
        <translation>Фильтр «{name}», нажмите, чтобы снять</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>С флажком</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Ещё фильтры</translation>
    </message>
    <message>
        <source>Open suggestions</source>
        <translation>Открытые подсказки</translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation>Источник неизвестен</translation>
    </message>
    <message>
        <source>With earlier revisions</source>
        <translation>С прежними редакциями</translation>
    </message>
    <message>
        <source>has {label}</source>
        <translation>есть {label}</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Clear all filters</source>
        <translation>Снять все фильтры</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>С флажком</translation>
    </message>
    <message>
        <source>From, until…</source>
        <translation>С какого, по какое…</translation>
    </message>
    <message>
        <source>Has label</source>
        <translation>Есть метка</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Open suggestions</source>
        <translation>Открытые подсказки</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Сохранить этот поиск…</translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation>Сохранённые фильтры…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation>Источник неизвестен</translation>
    </message>
    <message>
        <source>With earlier revisions</source>
        <translation>С прежними редакциями</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Найти в этой статье</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее место</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Предыдущее место</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} из {total}</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Article, of {total}</source>
        <translation>Статья, из {total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Go to article</source>
        <translation>Перейти к статье</translation>
    </message>
    <message>
        <source>Number of the article in the list</source>
        <translation>Номер статьи в списке</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>{number} suggestions were accepted in {seconds} s each: too quick to be read.</source>
        <translation>Принято подсказок подряд: {number}, по {seconds} с на каждую. Так быстро их не прочесть.</translation>
    </message>
</context>
<context>
    <name>Guidelines</name>
    <message>
        <source>Guidelines</source>
        <translation>Инструкция</translation>
    </message>
</context>
<context>
    <name>ImportResults</name>
    <message>
        <source>Cancel the import</source>
        <translation>Отменить импорт</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Only what could not be read</source>
        <translation>Только то, что не прочитано</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>Results by file</source>
        <translation>Итоги по файлам</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Importing</source>
        <translation>Импорт</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
</context>
<context>
    <name>InspectorTabs</name>
    <message>
        <source>Annotations</source>
        <translation>Аннотации</translation>
    </message>
    <message>
        <source>Annotations in text order</source>
        <translation>Аннотации в порядке текста</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>List open suggestions too</source>
        <translation>Показывать и открытые подсказки</translation>
    </message>
    <message>
        <source>Lists of the article</source>
        <translation>Списки статьи</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Notes on the article and its annotations</source>
        <translation>Заметки о статье и её аннотациях</translation>
    </message>
    <message>
        <source>On the article</source>
        <translation>О статье</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Спикеры</translation>
    </message>
    <message>
        <source>Suggestions {number}</source>
        <translation>Подсказки {number}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Backup</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>The automatic backup was not made. {reason}</source>
        <translation>Автоматическая резервная копия не сделана. {reason}</translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>A label&apos;s key belongs to the scheme: change it in the scheme editor.</source>
        <translation>Клавиша метки принадлежит схеме: меняйте её в редакторе схемы.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Команды и их клавиши</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Enter changes the keys of the action, Delete leaves it without any.</source>
        <translation>Enter меняет клавиши команды, Delete оставляет её без клавиш.</translation>
    </message>
    <message>
        <source>Its own: {keys}</source>
        <translation>Исходные: {keys}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без клавиш</translation>
    </message>
    <message>
        <source>Press the keys for “{name}” · Esc keeps what there was</source>
        <translation>Нажмите клавиши для «{name}» · Esc оставит как было</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Сбросить все клавиши</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Поиск команд</translation>
    </message>
    <message>
        <source>{keys} is taken by “{name}”. Press others, or take it from there first.</source>
        <translation>{keys} занято командой «{name}». Нажмите другие или сначала освободите их.</translation>
    </message>
    <message>
        <source>{keys} moves the caret. Press others.</source>
        <translation>{keys} двигает курсор. Нажмите другие.</translation>
    </message>
    <message>
        <source>{keys} now calls “{name}”.</source>
        <translation>{keys} теперь вызывает «{name}».</translation>
    </message>
    <message>
        <source>{keys} would be typed: this action needs Ctrl, Alt or a function key.</source>
        <translation>{keys} напечатается: этой команде нужна Ctrl, Alt или функциональная клавиша.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Caret in the article</source>
        <translation>Курсор в статье</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Keys go by their place on the keyboard: they work on Russian and Kazakh layouts without switching.</source>
        <translation>Клавиши различаются по месту на клавиатуре: они работают в русской и казахской раскладках без переключения.</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Accepted with it:</source>
        <translation>Вместе с этим принимается:</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Backspace in the article</source>
        <translation>Backspace в статье</translation>
    </message>
    <message>
        <source>Change to {label}</source>
        <translation>Сменить на {label}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter in the article, or in a field</source>
        <translation>Enter в статье или в поле</translation>
    </message>
    <message>
        <source>Enter in the article: edit this card</source>
        <translation>Enter в статье – править эту карточку</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Почему: {reason}</translation>
    </message>
    <message>
        <source>{label}: change or remove</source>
        <translation>{label}: сменить или удалить</translation>
    </message>
</context>
<context>
    <name>LearnedDialog</name>
    <message>
        <source>A model follows when enough is marked in several articles.</source>
        <translation>Модель появится, когда в нескольких статьях будет отмечено достаточно.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Learn from what I mark, accept and reject</source>
        <translation>Учиться на том, что я отмечаю, принимаю и отклоняю</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Идёт обучение…</translation>
    </message>
    <message>
        <source>Nothing is learned while this is off.</source>
        <translation>Пока это выключено, программа не учится.</translation>
    </message>
    <message>
        <source>Nothing was learned yet: mark or accept something first.</source>
        <translation>Программа ещё ничему не научилась: сначала отметьте или примите что-нибудь.</translation>
    </message>
    <message>
        <source>Right: of what it proposed, so much was marked just so. Found: of what was marked, so much was proposed. Each article was held out once (cross-validation).</source>
        <translation>Верно – какая часть предложенного отмечена точно так же. Найдено – какая часть отмеченного была предложена. Каждая статья один раз не участвовала в обучении (перекрёстная проверка).</translation>
    </message>
    <message>
        <source>The model has learned from {articles} and {marks}.</source>
        <translation>Модель обучена: {articles}, {marks}.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Чему научилась программа</translation>
    </message>
    <message>
        <source>Words you have marked are looked for again, and a model learns how you mark. Nothing leaves this computer, and nothing is accepted by itself.</source>
        <translation>Отмеченные вами слова ищутся снова, а модель учится отмечать так же, как вы. С этого компьютера ничего не уходит, и ничего не принимается само.</translation>
    </message>
    <message>
        <source>not proposed yet</source>
        <translation>пока не предлагается</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Поиск статей</translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} из {all}</translation>
    </message>
</context>
<context>
    <name>LoadDialog</name>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>As suggestions, to be decided on</source>
        <translation>Как подсказки, для решения</translation>
    </message>
    <message>
        <source>As the file says, else {name}</source>
        <translation>Как в файле, иначе {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Choose what to load; nothing is written yet.</source>
        <translation>Выберите, что загрузить; пока ничего не записывается.</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Файл или папка</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Load annotations</source>
        <translation>Загрузить разметку</translation>
    </message>
    <message>
        <source>New texts as new articles</source>
        <translation>Новые тексты – новыми статьями</translation>
    </message>
    <message>
        <source>Not read to its end.</source>
        <translation>Не прочитано до конца.</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>Ход чтения</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>Чтение разметки</translation>
    </message>
    <message>
        <source>Reading: {done} of {total} records.</source>
        <translation>Прочитано записей: {done} из {total}.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Прервать чтение</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Читает</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Такого файла или папки нет.</translation>
    </message>
    <message>
        <source>What would become of it</source>
        <translation>Что из этого выйдет</translation>
    </message>
</context>
<context>
    <name>LoadResults</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Load annotations</source>
        <translation>Загрузить разметку</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Итоги</translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message>
        <source>Loading annotations</source>
        <translation>Загрузка разметки</translation>
    </message>
</context>
<context>
    <name>LossesView</name>
    <message>
        <source>Not everything fits into this format:</source>
        <translation>Этот формат вмещает не всё:</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Ничего не теряется.</translation>
    </message>
    <message>
        <source>Nothing is lost; some things take another shape:</source>
        <translation>Ничего не теряется; кое-что примет другой вид:</translation>
    </message>
</context>
<context>
    <name>MarkingAll</name>
    <message>
        <source>Marked as {label}: {number}.</source>
        <translation>Отмечено как {label}: {number}.</translation>
    </message>
    <message>
        <source>Suggestions rejected: {number}.</source>
        <translation>Подсказок отклонено: {number}.</translation>
    </message>
    <message>
        <source>There is nothing here to mark elsewhere.</source>
        <translation>Здесь нечего размечать в других местах.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep the name “{name}”</source>
        <translation>Оставить имя «{name}»</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Merge “{name}” with…</source>
        <translation>Объединить «{name}» с…</translation>
    </message>
    <message>
        <source>Speakers to merge with</source>
        <translation>Спикеры, с которыми можно объединить</translation>
    </message>
    <message>
        <source>The speaker to merge with</source>
        <translation>Спикер, с которым объединить</translation>
    </message>
    <message>
        <source>There is no other speaker of this name.</source>
        <translation>Другого спикера с таким именем нет.</translation>
    </message>
    <message>
        <source>Type a name, in any script</source>
        <translation>Введите имя, любой письменностью</translation>
    </message>
    <message>
        <source>likely the same</source>
        <translation>вероятно, тот же</translation>
    </message>
    <message>
        <source>“{gone}” goes into “{keep}”. Your annotations that get the name: {marks}. Forms that go along: {forms}. Posts: {posts}. One undo takes it all back.</source>
        <translation>«{gone}» войдёт в «{keep}». Ваших аннотаций с новым именем: {marks}. Форм вместе с ним: {forms}. Должностей: {posts}. Одна отмена вернёт всё назад.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Name of the saved filter</source>
        <translation>Имя сохранённого фильтра</translation>
    </message>
    <message>
        <source>Replaces the saved filter of this name.</source>
        <translation>Заменит сохранённый фильтр с этим именем.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Сохранить этот поиск</translation>
    </message>
    <message>
        <source>Words, filters and order are kept.</source>
        <translation>Сохраняются слова, фильтры и порядок.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>A name cannot hold any of {characters}</source>
        <translation>В имени не может быть {characters}</translation>
    </message>
    <message>
        <source>A project is one file. Your name is recorded with what you mark, and stays in the file.</source>
        <translation>Проект – это один файл. Ваше имя записывается рядом с разметкой и остаётся в файле.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>Папка для проекта</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>There is a project of this name in the folder already.</source>
        <translation>Проект с таким именем в папке уже есть.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>for example: floods-2024</source>
        <translation>например: паводки-2024</translation>
    </message>
</context>
<context>
    <name>OccurrencesModel</name>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>подсказано</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
</context>
<context>
    <name>OccurrencesPanel</name>
    <message>
        <source>, reject {number}</source>
        <translation>, отклонить {number}</translation>
    </message>
    <message>
        <source>2 looks in any case, 5 in the whole project.</source>
        <translation>2 ищет без учёта регистра, 5 – во всём проекте.</translation>
    </message>
    <message>
        <source>3 looks for word forms, 5 in the whole project.</source>
        <translation>3 ищет формы слов, 5 – во всём проекте.</translation>
    </message>
    <message>
        <source>5 looks in the whole project, L and a digit at another label.</source>
        <translation>5 – искать во всём проекте, L и цифра – другая метка.</translation>
    </message>
    <message>
        <source>5 looks in the whole project.</source>
        <translation>5 ищет во всём проекте.</translation>
    </message>
    <message>
        <source>A label&apos;s digit chooses the label.</source>
        <translation>Цифра метки выбирает метку.</translation>
    </message>
    <message>
        <source>Accept {yes} of {total}</source>
        <translation>Принять {yes} из {total}</translation>
    </message>
    <message>
        <source>Answer Y where it is to be marked, then Enter marks.</source>
        <translation>Отвечайте Y там, где надо отметить, затем Enter отметит.</translation>
    </message>
    <message>
        <source>Articles searched: {done} of {total}</source>
        <translation>Просмотрено статей: {done} из {total}</translation>
    </message>
    <message>
        <source>Mark all occurrences</source>
        <translation>Разметить все вхождения</translation>
    </message>
    <message>
        <source>Mark {yes} of {total}</source>
        <translation>Отметить {yes} из {total}</translation>
    </message>
    <message>
        <source>Nothing is suggested for this label here.</source>
        <translation>Для этой метки здесь ничего не предложено.</translation>
    </message>
    <message>
        <source>Nothing is suggested for this label in the project.</source>
        <translation>Для этой метки в проекте ничего не предложено.</translation>
    </message>
    <message>
        <source>Nowhere else in the project.</source>
        <translation>Больше нигде в проекте.</translation>
    </message>
    <message>
        <source>Nowhere else in this article.</source>
        <translation>Больше нигде в этой статье.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Ход поиска</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Остановить поиск</translation>
    </message>
    <message>
        <source>Y yes · N no · Space later · Shift+Y, Shift+N all the rest · Enter marks · Esc closes</source>
        <translation>Y да · N нет · Пробел потом · Shift+Y, Shift+N все остальные · Enter отмечает · Esc закрывает</translation>
    </message>
    <message>
        <source>{yes} yes · {no} no · {left} left of {total}</source>
        <translation>да {yes} · нет {no} · осталось {left} из {total}</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>1  Exact</source>
        <translation>1  Точно</translation>
    </message>
    <message>
        <source>2  Any case</source>
        <translation>2  Без учёта регистра</translation>
    </message>
    <message>
        <source>3  Word forms</source>
        <translation>3  Формы слов</translation>
    </message>
    <message>
        <source>3  Word forms (roughly)</source>
        <translation>3  Формы слов (примерно)</translation>
    </message>
    <message>
        <source>4  This article</source>
        <translation>4  Эта статья</translation>
    </message>
    <message>
        <source>5  Whole project</source>
        <translation>5  Весь проект</translation>
    </message>
    <message>
        <source>All that is suggested as</source>
        <translation>Всё, что предложено как</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message>
        <source>L, then the label&apos;s digit</source>
        <translation>L, затем цифра метки</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Mark all “{phrase}” as</source>
        <translation>Отметить все «{phrase}» как</translation>
    </message>
    <message>
        <source>V  with its values</source>
        <translation>V  с её значениями</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>По возрастанию</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>По убыванию</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Порядок списка</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
</context>
<context>
    <name>PaletteBar</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Палитра</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>Связать</translation>
    </message>
    <message>
        <source>Suggestions {number}</source>
        <translation>Подсказки {number}</translation>
    </message>
</context>
<context>
    <name>PartsPage</name>
    <message>
        <source>Dealt by hash: the same salt deals the same way again, another one anew.</source>
        <translation>Делится по хешу: с той же солью – снова так же, с другой – заново.</translation>
    </message>
    <message>
        <source>In every part alike</source>
        <translation>Поровну в каждой части</translation>
    </message>
    <message>
        <source>One share at least is more than nothing.</source>
        <translation>Хотя бы одна доля должна быть больше нуля.</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Соль</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Доли</translation>
    </message>
    <message>
        <source>Split into train, dev and test</source>
        <translation>Разделить на train, dev и test</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>Что не разделять</translation>
    </message>
    <message>
        <source>nothing in particular</source>
        <translation>ничего особо</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {name}</source>
        <translation>Выбрать: {name}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>PeriodFields</name>
    <message>
        <source>A year, a month or a day: 2023, 2023-07 or 2023-07-04. Articles without a date are in no such range.</source>
        <translation>Год, месяц или день: 2023, 2023-07 или 2023-07-04. Статьи без даты ни в какой промежуток не входят.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>По</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>A few records as they would be written</source>
        <translation>Несколько записей, как они будут записаны</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Подсчитать</translation>
    </message>
    <message>
        <source>Counting: {done} of {total} articles.</source>
        <translation>Подсчёт: статей {done} из {total}.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Progress of the counting</source>
        <translation>Ход подсчёта</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Прервать подсчёт</translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation>Что было бы потеряно</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Counting</source>
        <translation>Подсчёт</translation>
    </message>
    <message>
        <source>Counting was cancelled. Refresh counts anew.</source>
        <translation>Подсчёт отменён. «Обновить» посчитает заново.</translation>
    </message>
    <message>
        <source>Finding articles</source>
        <translation>Поиск статей</translation>
    </message>
</context>
<context>
    <name>ProgressWindow</name>
    <message>
        <source>All</source>
        <translation>Всё время</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>На {time}</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Диаграммы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copied: {title}.</source>
        <translation>Скопировано: {title}.</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Копировать таблицу</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Последний год</translation>
    </message>
    <message>
        <source>Me ({name})</source>
        <translation>Я ({name})</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Сохранить картинку</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Сохранить картинку…</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>Сохранено: {path}.</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Показать диаграммой</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Показать таблицей</translation>
    </message>
    <message>
        <source>Tab to the chart, then arrow keys; Enter shows the articles in the library.</source>
        <translation>Tab – к диаграмме, затем стрелки; Enter покажет статьи в библиотеке.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Чья работа</translation>
    </message>
    <message>
        <source>{line}. Enter or a click shows them in the library.</source>
        <translation>{line}. Enter или щелчок покажет их в библиотеке.</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Read: nothing here.</source>
        <translation>Прочитано: здесь ничего нет.</translation>
    </message>
    <message>
        <source>The text of the article. Arrow keys move the caret, with Shift they select.</source>
        <translation>Текст статьи. Стрелки двигают курсор, с Shift выделяют.</translation>
    </message>
</context>
<context>
    <name>Registering</name>
    <message>
        <source>Select an annotation first, then C copies from the last like it.</source>
        <translation>Сначала выделите аннотацию, тогда C скопирует с последней похожей.</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>Relate to</source>
        <translation>Связать с</translation>
    </message>
    <message>
        <source>{what}: a number or a click · again: another relation · Esc stops</source>
        <translation>{what}: цифра или щелчок · ещё раз – другая связь · Esc – отмена</translation>
    </message>
</context>
<context>
    <name>RelationsBox</name>
    <message>
        <source>Add another kind of relation</source>
        <translation>Добавить связь другого вида</translation>
    </message>
    <message>
        <source>Relate…</source>
        <translation>Связать…</translation>
    </message>
</context>
<context>
    <name>SavedFiltersDialog</name>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>F2 renames, Del deletes, Alt+↑ and Alt+↓ move.</source>
        <translation>F2 – переименовать, Del – удалить, Alt+↑ и Alt+↓ – переставить.</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые фильтры</translation>
    </message>
    <message>
        <source>The first answers to {key}. </source>
        <translation>Первый вызывается клавишами {key}. </translation>
    </message>
    <message>
        <source>There are no saved filters.</source>
        <translation>Сохранённых фильтров нет.</translation>
    </message>
</context>
<context>
    <name>Scheming</name>
    <message>
        <source>Counting what is touched</source>
        <translation>Подсчёт затронутого</translation>
    </message>
    <message>
        <source>Deleting the label</source>
        <translation>Удаление метки</translation>
    </message>
    <message>
        <source>Export the scheme</source>
        <translation>Экспорт схемы</translation>
    </message>
    <message>
        <source>Import a scheme</source>
        <translation>Импорт схемы</translation>
    </message>
    <message>
        <source>Importing the scheme</source>
        <translation>Импорт схемы</translation>
    </message>
    <message>
        <source>Merging labels</source>
        <translation>Объединение меток</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>Схемы</translation>
    </message>
    <message>
        <source>Splitting the label</source>
        <translation>Разделение метки</translation>
    </message>
    <message>
        <source>{path} cannot be read: {cause}.</source>
        <translation>Не удаётся прочитать {path}: {cause}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {cause}.</source>
        <translation>Не удаётся записать {path}: {cause}.</translation>
    </message>
    <message>
        <source>{path} is not a text in UTF-8.</source>
        <translation>{path} – не текст в UTF-8.</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Searching</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected articles</source>
        <translation>Выделенные статьи</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>From {least} to {most}</source>
        <translation>От {least} до {most}</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>Kept in {path}, for all projects of this user.</source>
        <translation>Хранится в {path}, для всех проектов этого пользователя.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>A record is</source>
        <translation>Запись – это</translation>
    </message>
    <message>
        <source>Labels get these names in the dataset; several may get the same. Empty: as shown.</source>
        <translation>Так метки называются в наборе данных; у нескольких может быть одно название. Пусто – как показано.</translation>
    </message>
    <message>
        <source>Not every format can write “{name}”: a name is a Latin letter, then Latin letters, digits and _.</source>
        <translation>Не каждый формат может записать «{name}»: название – латинская буква, затем латинские буквы, цифры и _.</translation>
    </message>
    <message>
        <source>Paragraphs or sentences that one annotation goes over stay together.</source>
        <translation>Абзацы или предложения, через которые проходит одна аннотация, остаются вместе.</translation>
    </message>
    <message>
        <source>a paragraph</source>
        <translation>абзац</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>предложение</translation>
    </message>
    <message>
        <source>a whole article</source>
        <translation>вся статья</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Drop saved pages anywhere in this window, or import them with {key}.</source>
        <translation>Перетащите сохранённые страницы в любое место окна или импортируйте их: {key}.</translation>
    </message>
    <message>
        <source>Preparing the sample project</source>
        <translation>Подготовка примера проекта</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Показать итоги</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Flagging</source>
        <translation>Флажки</translation>
    </message>
    <message>
        <source>For 30 days it can be put back: File, Removed articles.</source>
        <translation>В течение 30 дней можно вернуть: «Файл», «Удалённые статьи».</translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Setting the status</source>
        <translation>Смена статуса</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>SpanField</name>
    <message>
        <source>Choose the words in the article: select them, then Enter</source>
        <translation>Выберите слова в статье: выделите их и нажмите Enter</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Take…</source>
        <translation>Взять…</translation>
    </message>
</context>
<context>
    <name>SpanPreview</name>
    <message>
        <source>How it looks on light and dark paper</source>
        <translation>Как это выглядит на светлой и тёмной бумаге</translation>
    </message>
</context>
<context>
    <name>Spanning</name>
    <message>
        <source>Change the label</source>
        <translation>Сменить метку</translation>
    </message>
    <message>
        <source>Mark it with another label too</source>
        <translation>Отметить ещё одной меткой</translation>
    </message>
    <message>
        <source>Select an annotation first: this key changes it.</source>
        <translation>Сначала выделите аннотацию: эта клавиша меняет её.</translation>
    </message>
    <message>
        <source>{what}: {labels} · Esc stops</source>
        <translation>{what}: {labels} · Esc – отмена</translation>
    </message>
</context>
<context>
    <name>SpeakerCard</name>
    <message>
        <source>Add a form</source>
        <translation>Добавить форму</translation>
    </message>
    <message>
        <source>Add a form of the name</source>
        <translation>Добавить форму имени</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter: make it a speaker of its own. Delete: take it off.</source>
        <translation>Enter – сделать отдельным спикером. Delete – снять.</translation>
    </message>
    <message>
        <source>Form {form}</source>
        <translation>Форма {form}</translation>
    </message>
    <message>
        <source>Forms of the name</source>
        <translation>Формы имени</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Likely the same</source>
        <translation>Вероятно, тот же</translation>
    </message>
    <message>
        <source>Likely the same: Enter shows what a merge would do</source>
        <translation>Вероятно, тот же: Enter покажет, что даст объединение</translation>
    </message>
    <message>
        <source>Make “{form}” a speaker of its own</source>
        <translation>Сделать «{form}» отдельным спикером</translation>
    </message>
    <message>
        <source>Mentions in the project</source>
        <translation>Упоминания в проекте</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>Объединить с {name}</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Объединить с…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Name in the registry</source>
        <translation>Имя в реестре</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Note on the speaker</source>
        <translation>Заметка о спикере</translation>
    </message>
    <message>
        <source>Out of the registry; the names in annotations stay as they are</source>
        <translation>Убрать из реестра; имена в аннотациях останутся как есть</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Должности</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Speaker of the registry</source>
        <translation>Спикер из реестра</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Your mentions: {mentions}, in articles: {articles}</source>
        <translation>Ваших упоминаний: {mentions}, в статьях: {articles}</translation>
    </message>
</context>
<context>
    <name>SpeakersPage</name>
    <message>
        <source>New speaker “{name}”</source>
        <translation>Новый спикер «{name}»</translation>
    </message>
    <message>
        <source>Nobody of this name yet. Enter adds it.</source>
        <translation>Такого имени ещё нет. Enter добавит его.</translation>
    </message>
    <message>
        <source>Search all speakers, in any script</source>
        <translation>Поиск спикеров, любым письмом</translation>
    </message>
    <message>
        <source>Search speakers</source>
        <translation>Поиск спикеров</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Спикеры</translation>
    </message>
    <message>
        <source>Speakers come here by themselves, once a name is given on a speaker&apos;s card.</source>
        <translation>Спикеры попадают сюда сами, как только имя указано в карточке спикера.</translation>
    </message>
    <message>
        <source>claims {number}</source>
        <translation>утверждений {number}</translation>
    </message>
    <message>
        <source>not in the registry</source>
        <translation>нет в реестре</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>Отменить: {name}</translation>
    </message>
    <message>
        <source>Progress of the background job</source>
        <translation>Ход фоновой задачи</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Сохранено {time}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Строка состояния</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>осталось {minutes} мин</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>осталось {seconds} с</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Suggesting</source>
        <translation>Поиск подсказок</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>{name} stopped at an unexpected error.</source>
        <translation>{name}: остановлено неожиданной ошибкой.</translation>
    </message>
</context>
<context>
    <name>TimeLabel</name>
    <message>
        <source>Today: {time}</source>
        <translation>Сегодня: {time}</translation>
    </message>
    <message>
        <source>Worked on for {time}</source>
        <translation>В работе {time}</translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>{name}: writing</source>
        <translation>{name}: запись</translation>
    </message>
</context>
<context>
    <name>ValueLine</name>
    <message>
        <source>4,8 млрд тенге · 4–6 % · &gt; 500</source>
        <translation>4,8 млрд тенге · 4–6 % · &gt; 500</translation>
    </message>
    <message>
        <source>Enter: keep · Esc: leave as it was</source>
        <translation>Enter – сохранить · Esc – оставить как было</translation>
    </message>
    <message>
        <source>V in the article: type the value</source>
        <translation>V в статье – ввести значение</translation>
    </message>
    <message>
        <source>Value, as one would write it</source>
        <translation>Значение, как его пишут</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Annotate saved news articles: claims, the people who make them, and the numbers they give.</source>
        <translation>Размечайте сохранённые новости: утверждения, тех, кто их делает, и числа, которые они называют.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Открыть пример</translation>
    </message>
    <message>
        <source>Or drop saved pages, a folder or a project in this window. Nothing leaves this computer.</source>
        <translation>Или перетащите в окно сохранённые страницы, папку или проект. Ничто не покидает этот компьютер.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
</context>
<context>
    <name>_BinModel</name>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>removed {date} by {who}</source>
        <translation>удалено {date}, {who}</translation>
    </message>
</context>
<context>
    <name>_PostRow</name>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>Since, such as {day}</source>
        <translation>С дня, например {day}</translation>
    </message>
    <message>
        <source>Take the post off</source>
        <translation>Снять должность</translation>
    </message>
    <message>
        <source>The day from which it holds: 2023-07-04, 2023-07 or 2023</source>
        <translation>День, с которого действует: 2023-07-04, 2023-07 или 2023</translation>
    </message>
</context>
<context>
    <name>_RelationRow</name>
    <message>
        <source>Add: {relation}</source>
        <translation>Добавить: {relation}</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>{text} (Enter: go there, Delete: take off)</source>
        <translation>{text} (Enter – перейти, Delete – снять)</translation>
    </message>
</context>
<context>
    <name>_Results</name>
    <message>
        <source>Article, or why there is none</source>
        <translation>Статья или почему её нет</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>new revision</source>
        <translation>новая редакция</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>уже есть</translation>
    </message>
</context>
</TS>

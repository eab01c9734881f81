<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>, {count} could not be read</source>
        <translation>
            <numerusform>, {count} could not be read</numerusform>
            <numerusform>, {count} could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {count} new revisions</source>
        <translation>
            <numerusform>, {count} new revision</numerusform>
            <numerusform>, {count} new revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {count} were there already</source>
        <translation>
            <numerusform>, {count} was there already</numerusform>
            <numerusform>, {count} were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {count} articles</source>
        <translation>
            <numerusform>The {count} article</numerusform>
            <numerusform>All {count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import: {count} added</source>
        <translation>
            <numerusform>Import: {count} added</numerusform>
            <numerusform>Import: {count} added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last {count} days</source>
        <translation>
            <numerusform>Last {count} day</numerusform>
            <numerusform>Last {count} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was removed in the last {count} days. What is removed can be put back from here.</source>
        <translation>
            <numerusform>Nothing was removed in the last {count} day. What is removed can be put back from here.</numerusform>
            <numerusform>Nothing was removed in the last {count} days. What is removed can be put back from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back {count} articles</source>
        <translation>
            <numerusform>Put back {count} article</numerusform>
            <numerusform>Put back {count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back {count} articles.</source>
        <translation>
            <numerusform>Put back {count} article.</numerusform>
            <numerusform>Put back {count} articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Putting back {count} articles</source>
        <translation>
            <numerusform>Putting back {count} article</numerusform>
            <numerusform>Putting back {count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} articles.</source>
        <translation>
            <numerusform>Removed {count} article.</numerusform>
            <numerusform>Removed {count} articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing {count} articles</source>
        <translation>
            <numerusform>Removing {count} article</numerusform>
            <numerusform>Removing {count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Search {count} articles</source>
        <translation>
            <numerusform>Search {count} article</numerusform>
            <numerusform>Search {count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {count} selected in the library</source>
        <translation>
            <numerusform>The {count} article selected in the library</numerusform>
            <numerusform>The {count} articles selected in the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {count} the library lists now</source>
        <translation>
            <numerusform>The {count} article the library lists now</numerusform>
            <numerusform>The {count} articles the library lists now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is said of {count} articles is touched.</source>
        <translation>
            <numerusform>What is said of {count} article is touched.</numerusform>
            <numerusform>What is said of {count} articles is touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from {count} marks of yours</source>
        <translation>
            <numerusform>from {count} mark of yours</numerusform>
            <numerusform>from {count} marks of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left unmarked {count} times</source>
        <translation>
            <numerusform>left unmarked {count} time</numerusform>
            <numerusform>left unmarked {count} times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked {count} times</source>
        <translation>
            <numerusform>marked {count} time</numerusform>
            <numerusform>marked {count} times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove {count} annotations</source>
        <translation>
            <numerusform>remove {count} annotation</numerusform>
            <numerusform>remove {count} annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations</source>
        <translation>
            <numerusform>{count} annotation</numerusform>
            <numerusform>{count} annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations are removed.</source>
        <translation>
            <numerusform>{count} annotation is removed.</numerusform>
            <numerusform>{count} annotations are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations carried over, {doubtful} to decide on, {missing} left behind</source>
        <translation>
            <numerusform>{count} annotation carried over, {doubtful} to decide on, {missing} left behind</numerusform>
            <numerusform>{count} annotations carried over, {doubtful} to decide on, {missing} left behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotators</source>
        <translation>
            <numerusform>{count} annotator</numerusform>
            <numerusform>{count} annotators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are there already, just so.</source>
        <translation>
            <numerusform>{count} is there already, just so.</numerusform>
            <numerusform>{count} are there already, just so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles</source>
        <translation>
            <numerusform>{count} article</numerusform>
            <numerusform>{count} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles with values or notes</source>
        <translation>
            <numerusform>{count} article with values or a note</numerusform>
            <numerusform>{count} articles with values or notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles.</source>
        <translation>
            <numerusform>{count} article.</numerusform>
            <numerusform>{count} articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} become one with others: the same words have the label already.</source>
        <translation>
            <numerusform>{count} becomes one with another: the same words have the label already.</numerusform>
            <numerusform>{count} become one with others: the same words have the label already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} claims</source>
        <translation>
            <numerusform>{count} claim</numerusform>
            <numerusform>{count} claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} days left</source>
        <translation>
            <numerusform>{count} day left</numerusform>
            <numerusform>{count} days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} decisions on suggestions</source>
        <translation>
            <numerusform>{count} decision on a suggestion</numerusform>
            <numerusform>{count} decisions on suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found for certain, though not where the file says.</source>
        <translation>
            <numerusform>{count} found for certain, though not where the file says.</numerusform>
            <numerusform>{count} found for certain, though not where the file says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found, but not for certain: they become suggestions.</source>
        <translation>
            <numerusform>{count} found, but not for certain: it becomes a suggestion.</numerusform>
            <numerusform>{count} found, but not for certain: they become suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of page furniture</source>
        <translation>
            <numerusform>{count} line of page furniture</numerusform>
            <numerusform>{count} lines of page furniture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} marks</source>
        <translation>
            <numerusform>{count} mark</numerusform>
            <numerusform>{count} marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} mentions</source>
        <translation>
            <numerusform>{count} mention</numerusform>
            <numerusform>{count} mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} numbers</source>
        <translation>
            <numerusform>{count} number</numerusform>
            <numerusform>{count} numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} passages read and empty</source>
        <translation>
            <numerusform>{count} passage read and empty</numerusform>
            <numerusform>{count} passages read and empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} phrases are looked for again.</source>
        <translation>
            <numerusform>{count} phrase is looked for again.</numerusform>
            <numerusform>{count} phrases are looked for again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} relations</source>
        <translation>
            <numerusform>{count} relation</numerusform>
            <numerusform>{count} relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} relations are removed.</source>
        <translation>
            <numerusform>{count} relation is removed.</numerusform>
            <numerusform>{count} relations are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>{count} selected</numerusform>
            <numerusform>{count} selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} statuses</source>
        <translation>
            <numerusform>{count} status</numerusform>
            <numerusform>{count} statuses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions</source>
        <translation>
            <numerusform>{count} suggestion</numerusform>
            <numerusform>{count} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions are touched.</source>
        <translation>
            <numerusform>{count} suggestion is touched.</numerusform>
            <numerusform>{count} suggestions are touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions left</source>
        <translation>
            <numerusform>{count} suggestion left</numerusform>
            <numerusform>{count} suggestions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} values are lost: {kinds}.</source>
        <translation>
            <numerusform>{count} value is lost: {kinds}.</numerusform>
            <numerusform>{count} values are lost: {kinds}.</numerusform>
        </translation>
    </message>
</context>
</TS>

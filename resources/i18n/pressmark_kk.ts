<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>+ Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, {count} could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {count} new revisions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {count} were there already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A colour is written #RRGGBB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter took less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter took more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Pressmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept suggestion, or edit card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted from “{suggester}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, edited too, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active minutes an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add (Ins)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a fragment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {count} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>An article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article of {minutes}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below 4.5 it is hard to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By character (with Shift: select)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the values of an attribute that is a choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change underline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters in a line of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy from the last one like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts while you type, click or scroll; stops after 60 s without input; kept in this project only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut a fragment out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is kept as soon as it is settled. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {path}: {articles}, {annotations}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifth choice of the card, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill on dark paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill on light paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choice of the card, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag, or take the flag off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth choice of the card, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <comment>annotations of this label</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through all suggestions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the articles took between {low} and {high}, the one in the middle {middle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure you are of this annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure: sure, likely, unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import: {count} added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the scheme the project has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with the next of its label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels and scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels and scheme…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, relations, articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the interface, from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last {count} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from what is accepted, rejected and marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least contrast: {light} on light paper, {dark} on dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line on dark paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line on light paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {word} as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all occurrences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark with another label too…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure active time, for you alone: it stays in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the label into another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{name}” into another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the annotations to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the label for {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {label} in the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next annotation outward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active time was measured in this time. It is counted while you work on an article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotation is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotation was made in this time. Select some words of an article and choose a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim has a speaker yet. Select a claim and relate it to who says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number has a value yet. Mark one and give its value on its card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestion was decided yet. Accept or reject some in an article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None ticked: all {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the annotation, or the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here: read and empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing was removed in the last {count} days. What is removed can be put back from here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the suggestions decided, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, [square brackets] around what is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page furniture, or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the articles that show no suggestions, so that the eye stays its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put back {count} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back {count} articles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Put “{name}” in place of this scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Putting back {count} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read: nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject suggestion, or remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relate to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove article from project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} articles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing {count} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the last import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the last loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roman numeral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what becomes of the annotations of “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Search {count} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second choice of the card, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several: with ; between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or fold page furniture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the article&apos;s text in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip, next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers by claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest for this article again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest numbers, speakers and claims for the article that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name acts are recorded under; empty: the login name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The {count} selected in the library</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {count} the library lists now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There are no articles yet. Import some by the File menu, or drop them on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third choice of the card, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <comment>annotations of this label</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touches {annotations} in {articles} by {annotators} ({names}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected error: {error}. What you did before is saved; details are in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value that means: not given yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that become labels of their own, with their names:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What annotators can say of an article as a whole, on its card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of the annotations of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What is said of {count} articles is touched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was learned…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked on, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all articles of a source, and near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all articles of a speaker, and near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an article, at the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and a half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and move its annotations to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compound word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dotted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal texts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>from {count} marks of yours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>left unmarked {count} times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line of direct speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks like a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magenta</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>marked {count} times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>mauve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noun of saying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object of a verb of saying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of suggestions accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {all} articles done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one from each annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>petrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrase like “in his words”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan or forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plural, like “dozens”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation, then who said it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>remove {count} annotations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said of the sentence before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentence of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestions are hidden here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quotation goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same speaker goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sentence after what is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thousands or millions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb of saying inside the quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb of saying without a speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb of saying, about something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb of saying, then a colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb of saying, then what is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb of saying, then “that”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is allowed or forbidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what somebody says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who said it stands at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who said it, then the quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with an ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with its annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{annotations} made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{articles} measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{articles}, {new} of them new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{backup} was verified and restored as {project}, which is open now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations are removed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotations carried over, {doubtful} to decide on, {missing} left behind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} annotators</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are there already, just so.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles with values or notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} articles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} become one with others: the same words have the label already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} claims</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} days left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} decisions on suggestions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found for certain, though not where the file says.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found, but not for certain: they become suggestions.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of page furniture</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} marks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} mentions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} passages read and empty</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} phrases are looked for again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} relations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} relations are removed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} statuses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions are touched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} suggestions left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} values are lost: {kinds}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {all} done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language} (not translated yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {claims}, {mentions} in {articles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{near} to above {far}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{near} to below {far}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} ({unit}) from {low} to {high}; the one in the middle is {middle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {all} ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} of {all} decided were accepted, as they were or edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} speakers who make claims.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} bytes that are not text; what is in them, in readable form:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{suggester}: {number} of {all} {decision}, {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, an article: {minutes}, {annotations}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}: {articles}, half of them within {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“according to”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“all”, “never”, “only”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“as somebody says”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“деп” and a verb of saying</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Pressmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotates saved news articles: claims, speakers and numbers, in one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is fetched from the network, nothing is sent: what you open stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typefaces: Inter and Literata, under the SIL Open Font License.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>The scheme has no relation between these two.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationsIn</name>
    <message>
        <source>Loaded {file}: {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was loaded into this project yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationsPage</name>
    <message>
        <source>An annotation that says nothing of it counts as sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article without such annotations stays: nothing there is data too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>However sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions, with the decisions on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one of each kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the decisions on them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later text of: {earlier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs, and why they are what they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked on for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>come back to it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlesPage</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates of publication are no such stretch of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one of each kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Take off {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Back</name>
    <message>
        <source>← Back to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No removed article is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles and sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockCard</name>
    <message>
        <source>Paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of the paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefCard</name>
    <message>
        <source>About the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words in the article and choose a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words in the article and press a label&apos;s key: {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Carding</name>
    <message>
        <source>Select a number first: then V opens its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first: then U says how sure you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words, then {enter} takes them; {escape}: leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has no choice of that number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConcordanceList</name>
    <message>
        <source>Places in context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No more articles this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first, then R relates it to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last article of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here this could be related to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nowhere to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear them to see all articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop saved pages or folders here, or import them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words, or clear the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted. It is counted while exporting, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder already holds something: name a new or an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>The scheme does not have these of the file. They can be loaded as what it has:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter {name}, press to take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With earlier revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With earlier revisions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Article, of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the article in the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>{number} suggestions were accepted in {seconds} s each: too quick to be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guidelines</name>
    <message>
        <source>Guidelines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportResults</name>
    <message>
        <source>Cancel the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results by file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorTabs</name>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations in text order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List open suggestions too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on the article and its annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The automatic backup was not made. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>A label&apos;s key belongs to the scheme: change it in the scheme editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter changes the keys of the action, Delete leaves it without any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own: {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys for “{name}” · Esc keeps what there was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is taken by “{name}”. Press others, or take it from there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} moves the caret. Press others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} now calls “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} would be typed: this action needs Ctrl, Alt or a function key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Caret in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys go by their place on the keyboard: they work on Russian and Kazakh layouts without switching.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted with it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in the article, or in a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in the article: edit this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: change or remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnedDialog</name>
    <message>
        <source>A model follows when enough is marked in several articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from what I mark, accept and reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is learned while this is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was learned yet: mark or accept something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: of what it proposed, so much was marked just so. Found: of what was marked, so much was proposed. Each article was held out once (cross-validation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has learned from {articles} and {marks}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words you have marked are looked for again, and a model learns how you mark. Nothing leaves this computer, and nothing is accepted by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not proposed yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadDialog</name>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As suggestions, to be decided on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the file says, else {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to load; nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New texts as new articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: {done} of {total} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would become of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadResults</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message>
        <source>Loading annotations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossesView</name>
    <message>
        <source>Not everything fits into this format:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost; some things take another shape:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkingAll</name>
    <message>
        <source>Marked as {label}: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions rejected: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here to mark elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the name “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{name}” with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers to merge with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speaker to merge with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other speaker of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name, in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{gone}” goes into “{keep}”. Your annotations that get the name: {marks}. Forms that go along: {forms}. Posts: {posts}. One undo takes it all back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the saved filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the saved filter of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, filters and order are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>A name cannot hold any of {characters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project is one file. Your name is recorded with what you mark, and stays in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a project of this name in the folder already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: floods-2024</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccurrencesModel</name>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccurrencesPanel</name>
    <message>
        <source>, reject {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 looks in any case, 5 in the whole project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 looks for word forms, 5 in the whole project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 looks in the whole project, L and a digit at another label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 looks in the whole project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label&apos;s digit chooses the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {yes} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer Y where it is to be marked, then Enter marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles searched: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {yes} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is suggested for this label here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is suggested for this label in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere else in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere else in this article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y yes · N no · Space later · Shift+Y, Shift+N all the rest · Enter marks · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yes} yes · {no} no · {left} left of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>1  Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Word forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Word forms (roughly)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  This article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5  Whole project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is suggested as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L, then the label&apos;s digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all “{phrase}” as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V  with its values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteBar</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartsPage</name>
    <message>
        <source>Dealt by hash: the same salt deals the same way again, another one anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In every part alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One share at least is more than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split into train, dev and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in particular</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodFields</name>
    <message>
        <source>A year, a month or a day: 2023, 2023-07 or 2023-07-04. Articles without a date are in no such range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>A few records as they would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting: {done} of {total} articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting was cancelled. Refresh counts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressWindow</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab to the chart, then arrow keys; Enter shows the articles in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line}. Enter or a click shows them in the library.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read: nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the article. Arrow keys move the caret, with Shift they select.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Registering</name>
    <message>
        <source>Select an annotation first, then C copies from the last like it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>Relate to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: a number or a click · again: another relation · Esc stops</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelationsBox</name>
    <message>
        <source>Add another kind of relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedFiltersDialog</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 renames, Del deletes, Alt+↑ and Alt+↓ move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first answers to {key}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no saved filters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scheming</name>
    <message>
        <source>Counting what is touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splitting the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {path}, for all projects of this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>A record is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels get these names in the dataset; several may get the same. Empty: as shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every format can write “{name}”: a name is a Latin letter, then Latin letters, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs or sentences that one annotation goes over stay together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Drop saved pages anywhere in this window, or import them with {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Flagging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 30 days it can be put back: File, Removed articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanField</name>
    <message>
        <source>Choose the words in the article: select them, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanPreview</name>
    <message>
        <source>How it looks on light and dark paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spanning</name>
    <message>
        <source>Change the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it with another label too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first: this key changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {labels} · Esc stops</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakerCard</name>
    <message>
        <source>Add a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a form of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: make it a speaker of its own. Delete: take it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely the same: Enter shows what a merge would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make “{form}” a speaker of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of the registry; the names in annotations stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker of the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mentions: {mentions}, in articles: {articles}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakersPage</name>
    <message>
        <source>New speaker “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of this name yet. Enter adds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all speakers, in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers come here by themselves, once a name is given on a speaker&apos;s card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the registry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the background job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Suggesting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>{name} stopped at an unexpected error.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLabel</name>
    <message>
        <source>Today: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked on for {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: writing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueLine</name>
    <message>
        <source>4,8 млрд тенге · 4–6 % · &gt; 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: keep · Esc: leave as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V in the article: type the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value, as one would write it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Annotate saved news articles: claims, the people who make them, and the numbers they give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop saved pages, a folder or a project in this window. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_BinModel</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed {date} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PostRow</name>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since, such as {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the post off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day from which it holds: 2023-07-04, 2023-07 or 2023</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RelationRow</name>
    <message>
        <source>Add: {relation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} (Enter: go there, Delete: take off)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Results</name>
    <message>
        <source>Article, or why there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

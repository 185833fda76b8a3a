"""Each sort of problem in the few words that a line of the board has room for: a table, held to the codes by a test."""

from __future__ import annotations

from collections.abc import Mapping

_ROWS = """
    no-site-yaml            | no file of settings
    no-edition              | no edition
    unreadable-file         | file cannot be read
    not-utf8                | not saved as UTF-8
    too-large               | too large
    link-out-of-folder      | file from elsewhere
    control-character       | hidden characters
    private-file            | private file in content
    name-clash              | two file names alike
    empty-file              | empty file
    no-front-matter         | no facts at its top
    unclosed-front-matter   | facts never closed
    yaml-syntax             | a fact cannot be read
    yaml-unclosed-quote     | quotation mark not closed
    yaml-unclosed-bracket   | bracket not closed
    yaml-colon              | colon in a fact
    yaml-tab                | tab in front of a fact
    yaml-indent             | spaces in front of a fact
    yaml-alias              | asterisk or & before a fact
    yaml-tag                | exclamation mark before a fact
    yaml-depth              | lists within lists
    yaml-second-document    | facts end too early
    yaml-smart-quote        | curly quotation mark
    yaml-reserved           | special sign before a fact
    yaml-key                | fact without a name
    duplicate-key           | fact given twice
    not-a-mapping           | facts expected
    not-a-list              | list expected
    not-text                | one text expected
    unknown-field           | unknown fact
    missing-field           | fact missing
    empty-field             | fact empty
    wrong-kind-of-value     | fact not understood
    unreadable-date         | date not understood
    not-a-choice            | not one of the choices
    unknown-kind            | unknown kind
    unknown-field-type      | unknown type of fact
    unknown-card-field      | card names an unknown fact
    unknown-hub             | unknown hub
    shared-name             | name used twice
    duplicate-id            | id used twice
    unknown-navigation      | page of the navigation missing
    band-gap                | gap between bands
    band-overlap            | bands overlap
    band-order              | band ends before it begins
    unknown-measure         | unknown measure
    unknown-block           | unknown block
    unknown-setting         | unknown setting
    bad-setting             | setting not understood
    duplicate-setting       | setting given twice
    unclosed-block          | block not closed
    stray-fence             | closing line too many
    two-colons              | two colons instead of three
    wrong-fence             | too few colons around a block
    missing-title           | block without its title
    missing-setting         | block without a setting
    empty-block             | empty block
    misplaced-block         | block in the wrong place
    chart-without-data      | chart without figures
    chart-not-a-number      | chart cell is no number
    chart-ragged            | chart row of another length
    chart-too-many-series   | too many columns in a chart
    chart-data              | file of a chart unusable
    unclosed-fence          | code not closed
    nested-too-deeply       | text too deep within text
    footnote-without-note   | footnote without its note
    duplicate-footnote      | footnote given twice
    missing-reference       | link without its address
    formula                 | formula not understood
    forbidden-address       | address not allowed
    link-to-nothing         | link to nothing
    missing-page            | link to a missing page
    missing-heading         | link to a missing heading
    link-to-unpublished     | link to an unpublished page
    link-out-of-site        | link out of the site
    missing-picture         | picture missing
    remote-picture          | picture on another site
    picture-format          | picture of a sort that cannot be shown
    needs-consent           | consent missing
    no-alt-text             | alternative text missing
    no-alt-text-yet         | alternative text missing
    low-contrast            | cover colour too dark
    low-contrast-warning    | cover colour rather dark
    duplicate-address       | address used twice
    unusable-alias          | former address unusable
    reserved-address        | address not free
    slug-clash              | two names, one address
    misplaced-file          | file in the wrong place
    misplaced-kind          | kind in the wrong place
    unsafe-name             | file name makes no address
    template-error          | mistake in a template
    missing-template        | template missing
    lost-address            | published address gone
    broken-link             | link leads nowhere
    broken-anchor           | link to a missing place
    duplicate-html-id       | one name for two places
    remote-address          | something from the network
    empty-link              | link without words
    page-language           | language not stated
    page-title              | page without a title
    duplicate-title         | title used twice
    main-heading            | main heading
    child-identifiable      | a child could be known
    exact-results           | the school could be known
    unattributed-quote      | quote without a name
    chart-pending           | chart waits for its figures
    chart-shape             | chart of another shape
    figure-pending          | figure waits for its picture
    near-duplicate          | two names nearly alike
    near-school             | school nearly like another
    date-outside-year       | date outside the year
    card-and-prose          | card and text disagree
    html-removed            | HTML left out
    link-unpublished        | link to a page taken down
    unused-footnote         | footnote not used
    left-without-consent    | left out: no consent
    unknown-shows           | whom a picture shows
    unknown-acronym         | short form not explained
    link-without-address    | link without an address
    link-text               | link says too little
    heading-order           | heading skips a level
    heading-space           | heading without a space
    link-space              | space within a link
    no-question             | no question
    note-to-self            | a note to oneself
    stat-without-source     | number without a source
    small-count             | so few could be known
    contact-details         | contact details
    measure-missing         | percentage of what
    stat-two-values         | one number, two values
    label-and-title         | chart title says nothing new
    total-differs           | total differs
    bands-of-table          | bands of a chart
    two-roles               | one person, two roles
    dates-out-of-order      | dates out of order
    typed-number            | number typed in the title
    stray-character         | stray character
    unportable-name         | file name that Windows refuses
    emptied-address         | published page now empty
    ignored-file            | file not used
    yaml-hash               | hash sign in a fact
"""

IN_SHORT: Mapping[str, str] = {
    code.strip(): words.strip() for code, words in (row.split("|") for row in _ROWS.strip().splitlines())
}
"""What each code is about, in plain words."""

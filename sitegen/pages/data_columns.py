"""What the columns of the tables mean, in their order."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.facets import MEASURES

_ENDS = {
    "from": "the least that the wording may mean; empty where it is open or not stated.",
    "to": "the most that the wording may mean; the same as the least for a single figure.",
}

STORIES: Mapping[str, str] = {
    "Edition": "The edition that the story stands in.",
    "Section": "Its section; empty for a story in none.",
    "Number": "Its number in its section; empty for kinds without numbers.",
    "Kind": "What sort of story it is.",
    "Title": "Its title.",
    "Address": "The address of its page, from the first page of the site.",
    "Summary": "Its summary, where it has one.",
    "Date": "Its date: year, month and day, as far as they are given.",
    "School": "The school. A story of several schools has a line for each.",
    "Hub": "Its hubs, with semicolons between them.",
    "Region": "The regions of these hubs.",
    "Phase": "Phases of education.",
    "Themes": "Themes, with semicolons between them.",
    "Programme": "The programmes that it tells of.",
    "Evidence": "What sort of evidence it rests on.",
    "People": "The people whom it names, with their roles.",
    "Size": "The size of the school, in the words of the story.",
    "Disadvantage": "Measures of disadvantage, in the words of the story.",
    "Years engaged": "Years of taking part, in the words of the story.",
    **{f"{label}, {end}": f"{label}: {words}" for label in MEASURES.values() for end, words in _ENDS.items()},
}

NUMBERS: Mapping[str, str] = {
    "Edition": "The edition that states the number.",
    "Page": "The title of the page that it stands on.",
    "Address": "The address of that page, from the first page of the site.",
    "Number": "The number as it is worded.",
    "Value": "The number as it was understood; empty where it was not.",
    "Unit": "Its unit, such as %.",
    "Qualifier": "How the wording hedges it: about, over, under or at least.",
    "Of what": "What is counted.",
    "Period": "When.",
    "Source": "Who says so.",
    "Population": "Of whom or of what it is a part.",
    "Place": "Where.",
    "Note": "What else has to be known about it.",
}

QUOTES: Mapping[str, str] = {
    "Edition": "The edition that the quote stands in.",
    "Page": "The title of the page that it stands on.",
    "Address": "The address of that page, from the first page of the site.",
    "Words": "The words.",
    "Who": "Who said it; empty where only a role is given.",
    "Role": "The role, as stated.",
    "Reported, not quoted": "yes where somebody’s view is told in other words.",
}

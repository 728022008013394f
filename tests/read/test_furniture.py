"""Furniture: what of a news page is not the article. Pages and people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model.passages import Span
from parley.read.furniture import Article, find_article
from parley.read.furniture.dates import is_date_line
from parley.read.furniture.signs import sign_of

ARTICLE = (
    "The Varnholt ferry ran aground on Monday with 214 people on board, the harbour commission said.",
    "“Nobody was hurt,” said harbour master Ilse Brandt. “We will tow her off at high tide.”",
    "The ship's owner, Nordal Lines, declined to comment on the cause.",
)


def find(*lines: str, title: str | None = None, extracted: bool = False) -> tuple[str, Article]:
    text = "\n".join(lines)
    article = find_article(text, Span(0, len(text)), title, extracted=extracted)
    return "\n".join(span.of(text) for span in article.body), article


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "0:00",
        "Updated:",
        "COMMENTS",
        "Please let us know if comments do not load for you.",
        "Subscribe to have new posts sent to your email.",
        "Discover more from Varnholt Daily",
        "k9wq2x",
        "Share this article",
        "Read more",
        "READ MORE: Five ferries that never sailed again",
        "MOST READ IN NEWS HARBOUR HORROR What the crew saw PUB BRAWL Two held after fight",
        "Copyright 2031 Varnholt Press Agency. All rights reserved.",
        "© 2031 Varnholt Media Group",
        "Contact the reporter at ilse.k@varnholt.example",
        "ilse.k@varnholt.example",
        "https://varnholt.example/ferry",
        "[](https://varnholt.example/x)",
        "![the ferry](ferry.jpg)",
        "Your browser does not support the video element.",
        "We use cookies to improve your visit. You can change your settings at any time.",
        "Sign up for our morning newsletter and never miss a story.",
        "By signing up you agree to our terms and privacy policy.",
        "(Reporting by Jon Aske in Varnholt; Editing by Mia Lund)",
        "Tove Lind contributed to this report.",
        "Got a story? Call our newsroom.",
        "jk-mn/opq",
        "71° / 55°",
        "×",
    ],
)
def test_furniture_lines_are_out(line: str) -> None:
    body, _ = find(*ARTICLE[:2], line, ARTICLE[2])
    assert line not in body
    assert all(sentence in body for sentence in ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "The Varnholt ferry lies on a sandbank off the harbour mouth. (Jon Aske/Reuters)",
        "The ferry is seen off Varnholt in this photo from the coast guard. (AP Photo/Jon Aske, File)",
        "FILE - The ferry leaves Varnholt in June 2029, on the day of its maiden voyage.",
        "FILE PHOTO: Harbour master Ilse Brandt speaks to reporters in Varnholt, March 2, 2031. REUTERS/Jon Aske",
        "Harbour master Ilse Brandt in Varnholt last year. Jon Aske, Mia Lund/AFP via Getty Images",
        "Ilse Brandt, the harbour master, at her desk.Jon Aske—Getty Images",
        "Rescue boats circle the ferry off Varnholt, on March 3, 2031 [Jon Aske/Reuters]",
        "Harbour master Ilse Brandt inspects the hull in Varnholt on March 4, 2031. (AA Photo)",
        "Harbour master Ilse Brandt addresses reporters in Varnholt on March 4, 2031.",
        "(Left) Ilse Brandt in Varnholt on Feb. 1, 2020; (Right) owner Per Nordal. Photo by Jon Aske",
        "Enlarge this image toggle caption Coast Guard Coast Guard",
        "This image provided by the coast guard shows the ferry on its side.",
        "These aerial pictures appear to show oil spreading from the hull",
        "Image source, Getty Images Image caption, The ferry was built in 1998",
        "Reuters Stranded... the ferry could not be moved before the tide",
        "Credit: Nordal Lines",
    ],
)
def test_captions_are_out_so_that_their_dates_date_nothing(line: str) -> None:
    body, _ = find(ARTICLE[0], line, *ARTICLE[1:])
    assert line not in body
    assert all(sentence in body for sentence in ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "VARNHOLT, March 3 (Reuters) -",
        "VARNHOLT (AP) —",
        "“We sail again on Friday,” the owner told AFP on Thursday.",
        "From the coast guard's log:",
        "“Advertisement money paid for the ship,” Brandt said.",
        "Advertisement spending on the line fell by a third, Nordal said.",
        "Nobody can comment on the cause before the inquiry ends, Brandt told reporters.",
        "The crew will follow the tide tables, and the tug will log in every hour.",
        "Share prices of Nordal Lines fell by 4 percent.",
        "Comments by the owner angered the families of the passengers.",
        "Photos show the hull was torn open, the commission said.",
        "The newsletter of the union called for a strike on Monday.",
        "The captain confirmed to the commission that the pilot had boarded at 5 a.m. local time — or 4 a.m. GMT",
        "Ferry sinks! — Ilse Brandt (@ilsebrandt) 3 March 2031.",
        "- 214 people were taken off the ship by helicopter and tug",
        "Injured: 14",
        '"There is no cause for alarm tonight," she said',
        "He was born on March 3, 1971.",
        "The inquiry sits in Oslo. (Reuters) said so first.",
    ],
)
def test_the_articles_own_lines_stay(line: str) -> None:
    body, _ = find(ARTICLE[0], line, *ARTICLE[1:])
    assert line in body


def test_the_headline_is_the_title_and_its_repeats_are_furniture() -> None:
    headline = "Ferry Runs Aground Off Varnholt With 214 Aboard"
    deck = "Nobody was hurt, and the ship is to be towed off at high tide."
    body, article = find(headline, "", deck, headline, "Jon Aske", "Updated:", "0:00", *ARTICLE)
    assert article.title == headline
    assert headline not in body
    assert body.startswith(deck)
    assert "Jon Aske" not in body


def test_no_headline_no_title() -> None:
    _, article = find(*ARTICLE)
    assert article.title is None


def test_a_known_title_is_not_repeated_in_the_body() -> None:
    body, _ = find(
        "Ferry runs aground off Varnholt.", *ARTICLE, title="Ferry runs aground off Varnholt | Varnholt Daily"
    )
    assert body == "\n".join(ARTICLE)


def test_related_headlines_go_with_their_label_and_the_article_goes_on() -> None:
    related = ["Five Ferries That Never Sailed Again", "Who Owns Nordal Lines? Everything You Need to Know About It"]
    body, _ = find(*ARTICLE[:2], "More to Read", *related, ARTICLE[2])
    assert body == "\n".join(ARTICLE)


def test_pull_captions_that_come_again_with_a_credit_are_out() -> None:
    caption = "Ilse Brandt is pictured at the harbour office."
    body, _ = find(caption, caption + "Jon Aske for the Daily", *ARTICLE)
    assert body == "\n".join(ARTICLE)


def test_a_whole_page_is_reduced_to_its_article() -> None:
    menu = [
        "Skip to main content",
        "Home",
        "News",
        "Harbour",
        "Sport",
        "Weather",
        "Log In",
        "My Account",
        "Tide tables",
    ]
    weather = ["Currently in Varnholt", "12°", "Clear", "Winds light. Low 8. High 13.", "9 PM", "11°"]
    forms = ["Reset Password", "Email", "You can reset your password here. We sent you a link.", "OK", "Back", "×"]
    headline = "Ferry runs aground off Varnholt with 214 people on board"
    page = [
        f"{headline} | Varnholt Daily",
        *menu,
        *weather,
        headline,
        "By Jon Aske",
        "Mar 3, 2031, 17:20 CET",
        "Facebook",
    ]
    body, article = find(*page, *ARTICLE, "Tags", "Ferries", "Varnholt", "Shipping", *menu, *forms)
    assert body == "\n".join(ARTICLE)
    assert article.title == headline
    assert article.dated == "Mar 3, 2031, 17:20 CET"


def test_readers_comments_are_not_the_article() -> None:
    long = "The commission will hear the captain and the pilot in public before the end of the month, it said. " * 3
    comments = [
        "3 responses to “Ferry aground”",
        "seadog says:",
        "They should have waited for the tide, as always.",
        "mia says:",
    ]
    body, _ = find(*ARTICLE, long.strip(), *comments, "Waiting would have cost the whole day.")
    assert body == "\n".join([*ARTICLE, long.strip()])


def test_a_comment_button_under_the_headline_ends_nothing() -> None:
    body, _ = find("Ferry aground off Varnholt", "Comments", "Share", *ARTICLE)
    assert body == "\n".join(ARTICLE)


def test_teasers_below_the_article_are_out() -> None:
    gap = ["Home", "News", "Sport", "Weather", "Tide tables", "Contact"]
    teasers = [
        line
        for name in ("Ostmark", "Lindholm", "Tarnby", "Skagen")
        for line in (
            f"Storm hits {name}",
            f"Roofs were torn off in {name} on Sunday, and the school will stay shut this week.",
        )
    ]
    body, _ = find(*ARTICLE, *gap, *teasers)
    assert body == "\n".join(ARTICLE)


def test_an_article_goes_on_below_a_long_box() -> None:
    box = [
        "More to Read",
        "Storm hits Ostmark",
        "World",
        "Tarnby school shut",
        "World",
        "Lindholm votes on harbour",
        "World",
    ]
    body, _ = find(*ARTICLE[:2], *box, *ARTICLE[2:], "The inquiry is to sit in public on Friday, the commission said.")
    assert ARTICLE[2] in body


def test_a_date_of_updating_is_not_the_date_of_publication() -> None:
    _, article = find("Ferry aground", "Updated", "Mar 4, 2031", "Mar 3, 2031", *ARTICLE)
    assert article.dated == "Mar 3, 2031"


def test_the_days_of_a_timeline_stay() -> None:
    lines = [
        "Ferry aground: how it came",
        "March 1, 2031",
        ARTICLE[0],
        "March 2",
        ARTICLE[1],
        "3rd March 2031",
        ARTICLE[2],
    ]
    body, _ = find(*lines)
    assert "March 2\n" in body
    assert "3rd March 2031\n" in body
    assert "how it came" not in body


def test_hard_wrapped_text_is_read_as_paragraphs() -> None:
    wrapped = (
        "The Varnholt ferry ran aground on Monday with 214 people on\n"
        "board, the harbour commission said. Nobody was hurt, said\n"
        "harbour master Ilse Brandt, and the ship would be towed off\n"
        "at high tide.\n"
    )
    body, _ = find(wrapped, *ARTICLE[1:])
    assert wrapped.strip() in body


def test_a_line_broken_at_a_link_stays_whole() -> None:
    body, _ = find(ARTICLE[0], "The commission's", "first report", "was published on Tuesday.", *ARTICLE[1:])
    assert "was published on Tuesday." in body


def test_a_single_line_is_its_own_article() -> None:
    body, _ = find("ferry aground off Varnholt, all safe")
    assert body == "ferry aground off Varnholt, all safe"


def test_extracted_pages_keep_their_headings() -> None:
    body, _ = find(ARTICLE[0], "What we know so far", *ARTICLE[1:], extracted=True)
    assert "What we know so far" in body


@pytest.mark.parametrize("line", ["March 3, 2031", "Published: 3 Mar 2031, 5:20 pm CET", "Mon 3 March 2031 17:20 GMT"])
def test_date_lines(line: str) -> None:
    assert is_date_line(line)
    assert sign_of(line) == "date"


@pytest.mark.parametrize(
    "line", ["In March 2031", "The 2031 vote", "2031", "214 people on March 3, 2031", "12 of 2031"]
)
def test_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


LINES = st.lists(
    st.one_of(
        st.sampled_from([*ARTICLE, "Home", "Share", "", "Read more:", "A Headline Of Some Length"]),
        st.text(max_size=60),
    )
)


@given(LINES, st.booleans())
def test_the_body_is_ordered_disjoint_and_within(lines: list[str], extracted: bool) -> None:
    text = "\n".join(lines)
    within = Span(min(3, len(text)), len(text))
    article = find_article(text, within, None, extracted=extracted)
    ends = [within.start]
    for span in article.body:
        assert ends[-1] <= span.start < span.end <= within.end
        assert span.of(text) == span.of(text).strip()
        ends.append(span.end)
    assert find_article(text, within, None, extracted=extracted) == article


@pytest.mark.parametrize(
    "text", ['"' * 100_000, '", ' * 200_000, "(" * 100_000, "a " * 300_000, "\n" * 500_000, "[](" * 50_000]
)
def test_hostile_text_is_read_in_good_time(text: str) -> None:
    article = find_article(text, Span(0, len(text)))
    assert all(span.end <= len(text) for span in article.body)


def test_a_sentence_that_a_link_breaks_stays_with_the_links_words() -> None:
    broken = ("Speaking in an interview with Varnholt broadcaster", "Radio Fjord")
    body, _ = find("Ferry owner sorry", "Share", *broken, *ARTICLE)
    assert all(line in body for line in broken)
    body, _ = find("Speaking to Skippers at Sea Costs Lives, Harbour Warns", *ARTICLE)
    assert "Costs Lives" not in body


FOOT = [
    "Jon Aske covers shipping for the Varnholt Daily. He is based in Tromsø.",
    "Aske reported from Varnholt and Lund from Oslo.",
    "Mia Lund is a freelance journalist who writes about fisheries and the sea.",
    "The writer is a former captain and teaches navigation in Oslo.",
    "Varnholt Daily is an independent, non-profit news organisation.",
    "The Varnholt Daily was founded in 1892 and is owned by the Aske family.",
    "Have a news tip? Call the newsroom at 555-0102.",
    "Spotted an error? Let us know.",
    "Did you enjoy this story? Support our work.",
    "Send tips to tips@varnholt.example.",
    "Support independent journalism: become a member today.",
    "Join thousands of readers who start their day with us.",
    "Get the news that matters, every morning at seven.",
    "We will bring you more as it comes in.",
    "Disclaimer: Varnholt Daily is not liable for any loss.",
    "The opinions expressed here do not necessarily reflect the views of the publisher.",
    "The information on this page is for general purposes only and does not constitute advice.",
    "This article was written with the assistance of artificial intelligence and checked by an editor.",
    "This text was translated automatically from Norwegian.",
    "This story is part of a series on safety at sea.",
    "An earlier version of this article gave the wrong number of passengers.",
    "CORRECTION (3 March): The ship was built in 1998, not in 1989.",
    "We may receive a share of sales from the links on this page.",
    "No part of this publication may be reproduced without the written permission of the publisher.",
    "More details to follow.",
]


@pytest.mark.parametrize("extracted", [False, True])
@pytest.mark.parametrize("line", FOOT)
def test_the_outlets_own_voice_at_the_foot_is_out(line: str, extracted: bool) -> None:
    text = "\n".join(["By Jon Aske and Mia Lund", *ARTICLE, line])
    article = find_article(text, Span(0, len(text)), extracted=extracted, outlet="www.varnholtdaily.example")
    body = "\n".join(span.of(text) for span in article.body)
    assert line not in body
    assert all(sentence in body for sentence in ARTICLE)


def test_a_biography_goes_on_in_its_next_line() -> None:
    bio = ["Jon Aske is the Nordic correspondent of the paper.", "He previously worked in Bergen."]
    body, _ = find("By Jon Aske", *ARTICLE, *bio)
    assert body == "\n".join(ARTICLE)


@pytest.mark.parametrize("place", [1, 3])
@pytest.mark.parametrize(
    "line",
    [
        "He is based in Oslo and has led the company since 2019.",
        "Brandt is based in Varnholt and covers the whole western coast for the coast guard.",
        "The company covers the cost of the hotel for stranded passengers.",
        "The Varnholt Daily reported on Sunday that the pilot had been drinking.",
        "Nordal Lines is a family firm founded in 1892.",
        "Police appealed for witnesses and asked anyone with information to call 555-0118.",
        "We are all from this island, and we will not forget.",
        "An earlier version of the plan would have closed the line.",
        "The report was written with the help of divers and engineers.",
        "The author of the report, Jan Lier, is a former captain.",
        "Get out of the water, the crew shouted at the children.",
        "Read aloud in court, the letter drew gasps.",
        "Share prices fell by 4 percent, and the owner's bonds lost more.",
        "Lund contributed 300 crowns to the fund.",
        "The insurer is not liable for the cargo, it said.",
        "Our Coast, a group of islanders, called for a new ship.",
    ],
)
def test_sentences_that_only_sound_so_stay(line: str, place: int) -> None:
    lines = [*ARTICLE[:place], line, *ARTICLE[place:]]
    text = "\n".join(["By Jon Aske and Mia Lund", *lines])
    article = find_article(text, Span(0, len(text)), outlet="Varnholt Daily")
    assert line in "\n".join(span.of(text) for span in article.body)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("By Vesna Corr | Monday, Oct. 21, 2030 | Updated 6:20 p.m.", "Monday, Oct. 21, 2030"),
        ("Daily Desk · Nov 15, 2030 · 3 min read", "Nov 15, 2030"),
        ("By Karl Must, November 14, 2030 3:26 PM UTC · Updated 2 hours ago", "November 14, 2030 3:26 PM UTC"),
        ("Updated: 19 Oct 2030 09:00 | Published: 18 Oct 2030 21:00 GMT", "Published: 18 Oct 2030 21:00 GMT"),
        ("Posted on March 3, 2031 by admin", "March 3, 2031"),
        ("Mar 3, 2031, 17:20 CET (3 min read)", "Mar 3, 2031, 17:20 CET"),
        ("By Jon Aske | jaske@varnholt.example | March 3, 2031 at 4:00 p.m.", "March 3, 2031 at 4:00 p.m."),
        ("2031-03-03T17:20:00+01:00", "2031-03-03T17:20:00+01:00"),
        ("Daily Desk | Last updated: October 19, 2030, 03:10 IST | 2 min read", None),
        ("3 hours ago", None),
        ("Ferry disaster of 3 March 2031: what we know", None),
    ],
)
def test_small_print_dates_the_article_and_is_no_part_of_it(line: str, dated: str | None) -> None:
    body, article = find("Ferry runs aground off Varnholt with 214 aboard", "", line, *ARTICLE)
    assert (article.dated or "").endswith(dated or "")
    assert bool(article.dated) == bool(dated)
    assert body == "\n".join(ARTICLE)


def test_the_date_below_the_headline_goes_before_todays_at_the_top() -> None:
    headline = "Ferry runs aground off Varnholt with 214 aboard"
    _, article = find("Thursday, March 6, 2031", "Home", "News", headline, "Jon Aske", "March 3, 2031", *ARTICLE)
    assert article.dated == "March 3, 2031"


@pytest.mark.parametrize(
    "line",
    ["The law was published on March 3, 2031.", "By this reckoning the ship should have sailed on 3 March 2031."],
)
def test_a_sentence_with_a_date_is_no_small_print(line: str) -> None:
    body, _ = find(ARTICLE[0], line, *ARTICLE[1:])
    assert line in body

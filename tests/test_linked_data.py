"""Addresses of things, and which media type a client gets."""

import pytest

from plan_graph.web.addresses import iris_at, path_of
from plan_graph.web.negotiation import preferred

CITY = "https://w3id.org/plan-graph/id/999992/"


# --- Addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (CITY + "action/tp2-1", "/id/999992/action/tp2-1"),
        (CITY + "actor/%E6%9C%A8", "/id/999992/actor/%E6%9C%A8"),
        ("http://metadata.un.org/sdg/11.5", "/sdg/11.5"),
        ("https://w3id.org/plan-graph/ns#Economy", "/ns/Economy"),
        ("https://w3id.org/plan-graph/rule/same-name", "/rule/same-name"),
        ("https://example.org/elsewhere", ""),
    ],
)
def test_everything_of_the_graph_has_an_address_and_it_leads_back(iri, path):
    assert path_of(iri, CITY) == path
    if path:
        assert iri in list(iris_at(path, CITY))


def test_a_city_with_a_namespace_of_its_own_has_the_same_addresses():
    base = "https://data.example.org/plans/999992/"
    assert path_of(base + "vision/2", base) == "/id/999992/vision/2"
    assert list(iris_at("/id/999992/vision/2", base)) == [base + "vision/2"]
    assert list(iris_at("/id/vision/2", base)) == [base + "vision/2"]


@pytest.mark.parametrize(
    "written", ["/id/999992/actor/木", "/id/999992/actor/%E6%9C%A8", "/id/999992/actor/%e6%9c%a8"]
)
def test_japanese_is_found_as_it_stands_and_escaped(written):
    found = list(iris_at(written, CITY))
    assert CITY + "actor/%E6%9C%A8" in found
    assert CITY + "actor/木" in found


@pytest.mark.parametrize(
    "path", ["/id/999992/actor/a b", "/id/999992/actor/<script>", '/id/1/a/"', "/id/1/a/\x00\n"]
)
def test_what_no_iri_can_hold_is_escaped_or_left_out(path):
    for iri in iris_at(path, CITY):
        assert not set(iri) & set(' <>"\x00\n')


def test_a_graph_without_a_city_has_no_addresses_of_a_city():
    assert list(iris_at("/id/999992/vision/2", "")) == []
    assert path_of(CITY + "vision/2", "") == ""


# --- Negotiation: RFC 9110, section 12.5.1 ----------------------------------------------------

OFFERED = ["text/html", "text/turtle", "application/ld+json"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/*", "text/html"),
        ("application/*", "application/ld+json"),
        ("text/html;q=0.4, text/turtle;q=0.5", "text/turtle"),
        # "Media ranges can be overridden by more specific media ranges"
        ("text/*, text/html;q=0", "text/turtle"),
        ("*/*;q=0.1, text/*;q=0.2, application/ld+json;q=0.3", "application/ld+json"),
        ("text/html;level=1", "text/html"),
        ("text/turtle;q=0", ""),
        ("image/png", ""),
        ("text/turtle;q=many", ""),
        ("text/turtle;q=2, text/html;q=0.1", "text/html"),
        (",,;", ""),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
    ],
)
def test_the_type_that_is_liked_best_is_chosen(accept, expected):
    assert preferred(accept, OFFERED) == expected

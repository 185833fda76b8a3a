from __future__ import annotations

from sitegen.rendering.tags import outline, prefixed, reachable, shifted


def test_what_is_open_is_known_across_pieces():
    assert outline((), "<ul><li>a<br>b<img src='x'>").open == ("ul", "li")
    assert outline(("ul", "li"), "</li></ul>").open == ()
    assert outline((), "<math><mspace/></math>").open == ()
    assert outline(("p",), "</div>").open == ("p",)
    assert outline(("p",), "words").open == ("p",)


def test_attributes_may_hold_angle_brackets():
    assert outline((), '<p title="a > b <em>">x').open == ("p",)
    assert shifted('<p title="<h2>"><h2 title="a > b">x</h2></p>', 1) == '<p title="<h2>"><h3 title="a > b">x</h3></p>'
    assert prefixed("""<p title="<i id='a'>" id="b"><i id="c">""", "s") == (
        """<p title="<i id='a'>" id="s--b"><i id="s--c">"""
    )


def test_only_headings_that_lie_in_no_other_element_begin_a_section():
    html = "<p>0</p><h2>A</h2><p>1</p><blockquote><h2>no</h2></blockquote><h2>B</h2>"
    assert [html[at:][:9] for at in outline((), html).sections] == ["<h2>A</h2", "<h2>B</h2"]
    assert outline(("ul",), html).sections == ()
    assert outline((), "<h2>A</h2>").sections == (0,)
    assert outline((), "").sections == ()


def test_ids_and_what_refers_to_them_are_prefixed_and_words_are_not():
    html = '<h2 id="a">id="a"</h2><p aria-describedby="a b"><a href="#a">x</a><a href="x.html#a">y</a></p>'
    made = prefixed(html, "s1")
    assert made == (
        '<h2 id="s1--a">id="a"</h2><p aria-describedby="s1--a s1--b"><a href="#s1--a">x</a><a href="x.html#a">y</a></p>'
    )
    assert prefixed(html, "") == html


def test_headings_are_lowered_and_end_at_six():
    assert shifted("<h2 id='x'>a</h2><h5>b</h5><h6>c</h6><hr>", 2) == "<h4 id='x'>a</h4><h6>b</h6><h6>c</h6><hr>"
    assert shifted("<h2>a</h2>", 0) == "<h2>a</h2>"


def test_the_last_heading_counts():
    assert outline((), "<h2>a</h2><h3>b</h3><p>c</p>").level == 3
    assert outline((), "<p>c</p>").level is None


def test_what_scrolls_sideways_is_in_reach_of_the_keyboard():
    made = reachable("<table><tr></tr></table><pre>x</pre><p>text</p>")
    assert made.startswith('<div class="scroll" role="group" tabindex="0"')
    assert made.endswith('</table></div><pre tabindex="0">x</pre><p>text</p>')
    assert reachable('<pre tabindex="0">x</pre>') == '<pre tabindex="0">x</pre>'

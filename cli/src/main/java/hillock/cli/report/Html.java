package hillock.cli.report;

import java.util.List;

/// A page that is put together from text, which is escaped, and from markup of our own, which is not.
///
/// ```java
/// new Html().open("p").text("a < b").close("p").toString();   // <p>a &lt; b</p>
/// ```
final class Html {
    private final StringBuilder page = new StringBuilder();

    /// What the text looks like between tags or in an attribute.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /// Markup as it is.
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        return raw(escape(text));
    }

    Html open(String tag) {
        return raw("<" + tag + ">");
    }

    Html open(String tag, String style) {
        return raw("<" + tag + " class=\"" + style + "\">");
    }

    Html close(String tag) {
        return raw("</" + tag + ">\n");
    }

    /// `<tag>text</tag>`.
    Html element(String tag, String text) {
        return open(tag).text(text).close(tag);
    }

    Html element(String tag, String style, String text) {
        return open(tag, style).text(text).close(tag);
    }

    /// A table row of cells, the first of which heads it.
    Html row(List<String> cells) {
        return row("", cells);
    }

    /// The same in a style, if that is not empty.
    Html row(String style, List<String> cells) {
        if (style.isEmpty()) open("tr");
        else open("tr", style);
        raw("<th scope=\"row\">").text(cells.getFirst()).close("th");
        for (String cell : cells.subList(1, cells.size())) element("td", cell);
        return close("tr");
    }

    /// The heading row of a table.
    Html head(List<String> cells) {
        open("thead").open("tr");
        for (String cell : cells) raw("<th scope=\"col\">").text(cell).close("th");
        return close("tr").close("thead");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

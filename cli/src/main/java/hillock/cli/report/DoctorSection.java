package hillock.cli.report;

import hillock.cli.Messages;
import hillock.doctor.Diagnosis;
import hillock.doctor.Finding;
import hillock.doctor.WhatIf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The part of a report that tells what the doctor found and what mends did.
record DoctorSection(Messages messages) {
    private String text(String key, Object... values) {
        return messages.text(key, values);
    }

    void write(Html page, Diagnosis diagnosis, Optional<WhatIf> tried, List<Picture> pictures) {
        Locale locale = messages.language().locale();
        Words words = new Words(messages);
        page.open("section").element("h2", text("report.doctor"));
        if (diagnosis.findings().isEmpty()) page.element("p", text("doctor.none"));
        for (Finding f : diagnosis.findings()) {
            page.element("h3", words.finding(f)).element("p", f.why(locale));
            page.element("p", text("doctor.mend", f.mend(locale))).element("p", "note", f.measured(locale));
            page.element("p", "note", f.more(locale));
        }
        tried.ifPresent(t -> whatIf(page, words, t));
        pictures.forEach(picture -> picture.write(page));
        page.close("section");
    }

    private static void whatIf(Html page, Words words, WhatIf tried) {
        page.element("h3", words.messages().text("report.whatif")).element("p", words.whatIf(tried));
        if (!tried.trials().isEmpty()) {
            page.open("div", "wide")
                    .open("table", "scores")
                    .head(words.mendHead())
                    .open("tbody");
            tried.trials().forEach(t -> page.row(words.mend(t)));
            page.close("tbody").close("table").close("div");
        }
        Locale locale = words.messages().language().locale();
        tried.untried(locale).forEach(sentence -> page.element("p", "note", sentence));
    }
}

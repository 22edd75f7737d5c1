package hillock.cli.report;

import hillock.cli.Messages;
import hillock.cli.Version;
import hillock.data.Table;
import hillock.nn.History;
import hillock.tabular.ActivationTrials;
import hillock.tabular.Contender;
import hillock.tabular.CrossValidation;
import hillock.tabular.CrossValidation.Standing;
import hillock.tabular.Descent;
import hillock.tabular.Fitted;
import hillock.tabular.Fitted.Candidate;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.Task;
import hillock.tabular.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;

/// `report.html`: the verdict, the scores, the pictures, and how it all came about, on one page that
/// refers to nothing outside and runs no script.
///
/// ```java
/// String page = Report.of(outcome, Pictures.of(outcome, messages), messages);
/// ```
public final class Report {
    private final Outcome outcome;
    private final Messages messages;
    private final Words words;
    private final Html page = new Html();

    private Report(Outcome outcome, Messages messages) {
        this.outcome = outcome;
        this.messages = messages;
        this.words = new Words(messages);
    }

    /// The whole page.
    public static String of(Outcome outcome, Pictures pictures, Messages messages) {
        Report report = new Report(outcome, messages);
        report.head();
        report.verdict();
        report.scores();
        outcome.diagnosis()
                .ifPresent(
                        d -> new DoctorSection(messages).write(report.page, d, outcome.whatIf(), pictures.ofDoctor()));
        report.pictures(pictures);
        new ExplanationSection(report.words, report.page)
                .write(outcome.fitted(), outcome.judgement().explanation(), pictures.ofExplanation());
        report.columns();
        outcome.trials().activations().ifPresent(report::trials);
        report.network();
        report.use();
        report.provenance();
        report.page.close("main").raw("</body>\n</html>\n");
        return report.page.toString();
    }

    /// Writes the page into a model folder.
    public static void write(Path folder, String page) {
        try {
            Files.writeString(folder.resolve("report.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Object... values) {
        return messages.text(key, values);
    }

    private void head() {
        String title = text("report.title", outcome.given().source().name(), target());
        page.raw("<!DOCTYPE html>\n<html lang=\"" + messages.language() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n")
                .element("title", title)
                .raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
        page.open("header").element("p", "brand", "Hillock").element("h1", title);
        Study study = outcome.fitted().study();
        page.element(
                        "p",
                        "lead",
                        text(
                                "report.lead",
                                words.task(study.target().task()),
                                Numerals.count(study.source().rows()),
                                Numerals.count(study.schema().used().size())))
                .close("header");
    }

    private void verdict() {
        Verdict verdict = outcome.verdict();
        String tone = switch (verdict.kind()) {
            case WORTH_IT -> "good";
            case LINEAR_DOES, LINEAR_IS_BETTER, RIVAL_IS_BETTER, TOO_FEW_ROWS -> "fair";
            case NOTHING_LEARNT -> "poor";
        };
        page.open("section", "verdict " + tone)
                .element("p", verdict.sentence(messages.language().locale()))
                .close("section");
    }

    private void scores() {
        page.open("section").element("h2", text("report.scores"));
        outcome.judgement().cv().ifPresent(this::folds);
        Table held = outcome.fitted().study().validation();
        scores(text("report.scores.validation", Numerals.count(held.rows())), outcome.onValidation());
        outcome.given()
                .test()
                .ifPresent(rows -> scores(
                        text("report.scores.test", Numerals.count(rows.rows()), rows.source()),
                        outcome.judgement().onTest()));
        words.sampled(outcome.fitted().study(), outcome.onValidation())
                .forEach(note -> page.element("p", "note", note));
        new Certainty(messages, outcome.fitted()).sentences().forEach(note -> page.element("p", "note", note));
        page.open("dl", "metrics");
        for (String metric : metrics(outcome.onValidation()))
            page.element("dt", words.metric(metric)).element("dd", words.explained(metric));
        page.close("dl").close("section");
    }

    private static List<String> metrics(List<Candidate> candidates) {
        return List.copyOf(candidates.getFirst().scores().values().keySet());
    }

    private void scores(String caption, List<Candidate> candidates) {
        List<String> metrics = metrics(candidates);
        List<String> head = new ArrayList<>(List.of(""));
        metrics.forEach(m -> head.add(words.metric(m)));
        page.open("div", "wide")
                .open("table", "scores")
                .element("caption", caption)
                .head(head)
                .open("tbody");
        Task task = outcome.fitted().study().target().task();
        for (Candidate candidate : Fitted.ranked(candidates))
            page.row(
                    candidate.contender() == Contender.NETWORK ? "own" : "",
                    Words.row(words.name(candidate, task), candidate));
        page.close("tbody").close("table").close("div");
    }

    private void folds(CrossValidation cv) {
        List<String> head = new ArrayList<>(List.of(""));
        cv.standings().getFirst().mean().values().keySet().forEach(m -> head.add(words.metric(m)));
        page.open("div", "wide")
                .open("table", "scores")
                .element("caption", words.folds(cv, study()))
                .head(head)
                .open("tbody");
        for (Standing s : cv.standings())
            page.row(
                    s.contender() == Contender.NETWORK ? "own" : "",
                    words.row(words.contender(s.contender(), study().target().task()), s));
        page.close("tbody").close("table").close("div");
    }

    private void pictures(Pictures pictures) {
        if (pictures.ofFit().isEmpty()) return;
        page.open("section").element("h2", text("report.pictures"));
        pictures.ofFit().forEach(picture -> picture.write(page));
        page.close("section");
    }

    private void columns() {
        Study study = outcome.fitted().study();
        page.open("section").element("h2", text("report.columns"));
        page.element("p", text("report.target", words.why(study.target())));
        words.notes(study).forEach(note -> page.element("p", "note", note));
        ColumnTables tables = new ColumnTables(words, page);
        tables.target(outcome.given().table()).ifPresent(spread -> page.element("p", spread));
        tables.show(
                outcome.given().table(),
                outcome.fitted().model().preparation().features().size());
        page.close("section");
    }

    private void trials(ActivationTrials trials) {
        page.open("section").element("h2", text("report.trials"));
        page.element("p", text("fit.tried", Numerals.count(trials.rows()), ActivationTrials.ROUNDS));
        page.open("div", "wide")
                .open("table", "scores")
                .head(words.trialHead(trials))
                .open("tbody");
        trials.trials().forEach(t -> page.row(words.trial(trials, t)));
        page.close("tbody").close("table").close("div");
        page.element("p", words.choice(trials)).close("section");
    }

    private void network() {
        Fitted fitted = outcome.fitted();
        Recipe recipe = fitted.recipe();
        page.open("section").element("h2", text("report.network")).element("p", text("report.network.about"));
        page.element("p", text("report.network." + recipe.style().name().toLowerCase(Locale.ROOT)));
        page.open("div", "wide").open("table").open("tbody");
        page.row(List.of(text("report.layers"), fitted.model().architecture().describe()));
        recipe.init().ifPresent(init -> page.row(List.of(text("report.init"), init.label())));
        recipe.optimizer().ifPresent(o -> page.row(List.of(text("report.optimizer"), o.text())));
        Descent descent = recipe.descent();
        descent.loss().ifPresent(loss -> page.row(List.of(text("report.loss"), loss)));
        descent.schedule().ifPresent(s -> page.row(List.of(text("report.schedule"), s)));
        descent.clipNorm().ifPresent(n -> page.row(List.of(text("report.clip.norm"), n.toString())));
        descent.clipValue().ifPresent(n -> page.row(List.of(text("report.clip.value"), n.toString())));
        descent.averaging().ifPresent(n -> page.row(List.of(text("report.averaging"), n.toString())));
        recipe.batch().ifPresent(rows -> page.row(List.of(text("report.batch"), Numerals.count(rows))));
        page.row(List.of(text("report.epochs"), epochs(fitted.histories())));
        page.close("tbody").close("table").close("div").close("section");
    }

    private String epochs(List<History> networks) {
        String why = words.end(outcome.end().reason());
        IntSummaryStatistics made =
                networks.stream().mapToInt(h -> h.finished().epochs()).summaryStatistics();
        IntSummaryStatistics best =
                networks.stream().mapToInt(h -> h.finished().bestEpoch()).summaryStatistics();
        return networks.size() == 1
                ? text("report.epochs.made", Numerals.count(made.getMax()), Numerals.count(best.getMax()), why)
                : text(
                        "report.epochs.several",
                        Numerals.count(made.getMax()),
                        Numerals.count(best.getMin()),
                        Numerals.count(best.getMax()),
                        why);
    }

    private void use() {
        String folder = outcome.given().folder().toString();
        page.open("section")
                .element("h2", text("report.use"))
                .element("p", text("report.use.about"))
                .open("pre")
                .element("code", "hillock predict " + Shell.quote(folder) + " new.csv --out predictions.csv")
                .close("pre")
                .close("section");
    }

    private void provenance() {
        Study study = outcome.fitted().study();
        page.open("section", "provenance").element("h2", text("report.provenance"));
        page.open("div", "wide").open("table").open("tbody");
        page.row(List.of(text("report.data"), study.source().source()));
        if (!outcome.given().source().about().isEmpty())
            page.row(List.of(text("report.origin"), outcome.given().source().about()));
        page.row(List.of("SHA-256", outcome.given().source().sha256()));
        page.row(List.of(text("report.split"), words.division(study)));
        page.row(List.of(
                text("report.seed"), Long.toString(outcome.fitted().recipe().seed())));
        page.row(List.of(text("report.version"), Version.hillock()));
        page.close("tbody").close("table").close("div");
        page.element("p", text("report.again"))
                .open("pre")
                .element("code", outcome.given().command());
        page.close("pre").close("section");
    }

    private Study study() {
        return outcome.fitted().study();
    }

    private String target() {
        return study().target().name();
    }

    private static String style() {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

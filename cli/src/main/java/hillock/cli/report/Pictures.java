package hillock.cli.report;

import hillock.cli.Language;
import hillock.cli.Messages;
import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.plot.Bars;
import hillock.plot.Figure;
import hillock.plot.Figures;
import hillock.plot.Fonts;
import hillock.plot.Labels;
import hillock.plot.LossHistory;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.tabular.ActivationTrials;
import hillock.tabular.ActivationTrials.Trial;
import hillock.tabular.Coding;
import hillock.tabular.Fitted;
import hillock.tabular.Model;
import hillock.tabular.Predictions;
import hillock.tabular.Reliability;
import hillock.tabular.Task;
import hillock.tabular.TrainingStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pictures of a fit: the answer that suits its shape, then the loss curves.
///
/// | inputs | task | pictures |
/// |---|---|---|
/// | one number or date | regression | fitted curve |
/// | one number or date | two classes | probability curve, confusion matrix |
/// | two numbers | classes | decision regions, confusion matrix |
/// | others | regression | predicted against actual |
/// | others | classes | confusion matrix |
///
/// Of classes a reliability diagram too, and always the loss. Then which columns matter and how:
/// [#ofExplanation]. Where activations were tried, their scores too; where a doctor watched, what
/// it saw: [#ofDoctor].
///
/// @param shown in the user's language: SVG leaves the fonts to the reader's browser
/// @param files for PNG: in English where no installed font can draw the user's language; none
///     without any font
/// @param note what the user should know about the PNG files
public record Pictures(List<Picture> shown, List<Picture> files, Optional<String> note) {
    public Pictures {
        shown = List.copyOf(shown);
        files = List.copyOf(files);
    }

    /// All pictures of an outcome.
    public static Pictures of(Outcome outcome, Messages messages) {
        if (!Fonts.canDraw("0"))
            return new Pictures(List.of(), List.of(), Optional.of(messages.text("picture.nofont")));
        List<Picture> own = all(outcome, messages);
        List<String> boxes = undrawable(own);
        if (boxes.isEmpty()) return new Pictures(own, own, Optional.empty());
        String note = messages.text("picture.undrawable", boxes.getFirst(), Fonts.CHINESE_PACKAGE);
        return new Pictures(own, all(outcome, Messages.of(Language.EN)), Optional.of(note));
    }

    /// The picture that shows best what the network answers.
    public static Picture answer(Outcome outcome, Messages messages) {
        Answers answers = new Answers(outcome, messages, labels(messages));
        List<Coding> codings = outcome.fitted().model().preparation().codings();
        boolean numbers = codings.stream().allMatch(Inputs::isShown);
        Task task = outcome.fitted().study().target().task();
        if (numbers && codings.size() == 1 && task != Task.MULTICLASS) return answers.curve();
        if (numbers && codings.size() == 2 && task.isClassification()) return answers.regions();
        return task.isClassification() ? answers.confusion() : answers.predictedAgainstActual();
    }

    /// What a doctor saw, of those that are shown.
    List<Picture> ofDoctor() {
        return shown.stream()
                .filter(p -> p.name().startsWith(DoctorPictures.PREFIX))
                .toList();
    }

    /// Which columns matter, and how.
    List<Picture> ofExplanation() {
        return shown.stream().filter(ExplanationPictures::holds).toList();
    }

    /// The others.
    List<Picture> ofFit() {
        return shown.stream()
                .filter(p -> !p.name().startsWith(DoctorPictures.PREFIX) && !ExplanationPictures.holds(p))
                .toList();
    }

    /// Writes each picture as `NAME.png`.
    public void write(Path folder) {
        try {
            for (Picture picture : files) picture.figure().writePng(folder.resolve(picture.name() + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Picture> all(Outcome outcome, Messages messages) {
        List<Picture> all = new ArrayList<>();
        Picture answer = answer(outcome, messages);
        all.add(answer);
        boolean classes = outcome.fitted().study().target().task().isClassification();
        if (classes && !answer.name().equals(Answers.CONFUSION))
            all.add(new Answers(outcome, messages, labels(messages)).confusion());
        reliability(outcome, messages).ifPresent(all::add);
        all.add(losses(outcome, messages));
        all.addAll(new ExplanationPictures(messages, outcome.fitted().judged())
                .all(outcome.judgement().explanation()));
        outcome.trials()
                .activations()
                .filter(trials -> !trials.best().scores().isEmpty())
                .ifPresent(trials -> all.add(trials(trials, messages)));
        outcome.trials()
                .rates()
                .filter(test -> !test.losses().isEmpty())
                .ifPresent(test -> all.add(new DoctorPictures(messages).rates(test)));
        outcome.diagnosis().ifPresent(d -> all.addAll(doctor(outcome, d, messages)));
        return all;
    }

    /// Of classes, where there are rows enough.
    private static Optional<Picture> reliability(Outcome outcome, Messages messages) {
        if (!(outcome.fitted().network().predictions() instanceof Predictions.Classes answers)) return Optional.empty();
        Table rows = outcome.fitted().study().validation();
        Reliability found =
                Reliability.of(answers, outcome.fitted().judged().target().classIndices(rows));
        return found.bins().isEmpty()
                ? Optional.empty()
                : Optional.of(new ReliabilityPicture(messages, answers.labels()).of(found));
    }

    private static List<Picture> doctor(Outcome outcome, Diagnosis diagnosis, Messages messages) {
        List<Picture> all = new ArrayList<>(new DoctorPictures(messages).all(diagnosis));
        Model model = outcome.fitted().model();
        diagnosis
                .bends()
                .filter(b -> b.frames().stream().allMatch(f -> f.outputs().isFinite()))
                .ifPresent(b -> all.add(new BendPictures(
                                messages,
                                model,
                                model.dataset(outcome.fitted().study().training()))
                        .of(b)));
        return all;
    }

    /// A bar for each activation's mean, a dot for each round.
    private static Picture trials(ActivationTrials trials, Messages messages) {
        List<Trial> finite =
                trials.trials().stream().filter(t -> Double.isFinite(t.mean())).toList();
        List<Double> at = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < finite.size(); i++)
            for (double score : finite.get(i).scores()) {
                at.add((double) i);
                scores.add(score);
            }
        Words words = new Words(messages);
        Bars means = Bars.of(
                messages.text("picture.trials.mean"),
                finite.stream().map(t -> t.activation().name()).toList(),
                finite.stream().mapToDouble(Trial::mean).toArray());
        Points rounds = Points.of(messages.text("picture.trials.round"), array(at), array(scores));
        Panel panel = Panel.of(messages.text("report.trials"), "", words.metric(trials.measure()), means, rounds);
        return new Picture("activations", Figure.of("", panel), messages.text("picture.trials"));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Picture losses(Outcome outcome, Messages messages) {
        List<LossHistory> networks =
                outcome.fitted().histories().stream().map(Pictures::losses).toList();
        String caption = messages.text("picture.loss");
        if (networks.size() > 1) caption += messages.text("picture.loss.several", networks.size());
        return new Picture(
                "loss", Figures.lossCurves(networks, labels(messages)), caption + best(outcome.fitted(), messages));
    }

    /// By which loss the best epoch is chosen; a solver has none.
    private static String best(Fitted fitted, Messages messages) {
        if (fitted.recipe().style() == TrainingStyle.SMOOTH) return "";
        return messages.text(fitted.smoothsLabels() ? "picture.loss.smoothed" : "picture.loss.best");
    }

    private static LossHistory losses(History history) {
        List<Event.EpochDone> epochs = history.epochs();
        return LossHistory.of(
                epochs.stream().mapToDouble(Event.EpochDone::trainLoss).toArray(),
                epochs.stream().mapToDouble(Event.EpochDone::validationLoss).toArray(),
                history.finished().bestEpoch());
    }

    private static Labels labels(Messages messages) {
        return switch (messages.language()) {
            case EN -> Labels.ENGLISH;
            case ZH -> Labels.CHINESE;
        };
    }

    private static List<String> undrawable(List<Picture> pictures) {
        return pictures.stream().flatMap(p -> p.figure().undrawable().stream()).toList();
    }
}

package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.Messages;
import hillock.cli.report.Source;
import hillock.data.Example;
import hillock.data.Examples;
import hillock.data.Points;
import java.util.List;

/// What `hillock fit` can do, and the examples, for someone who has no table at hand.
record Offer(Console console) {
    void print() {
        Messages messages = console.messages();
        messages.text("fit.offer").lines().forEach(console.out()::println);
        console.out().println();
        List<Example> curves = Examples.ALL.stream().filter(Offer::isCurve).toList();
        List<Example> classes = Examples.ALL.stream().filter(e -> !isCurve(e)).toList();
        print(messages.text("fit.offer.curves"), curves);
        print(messages.text("fit.offer.classes"), classes);
        console.out().println(messages.text("fit.offer.real"));
        new Aligned(false).row(Source.CO2, about(Source.CO2)).lines().forEach(console.out()::println);
        console.out().println();
        messages.text("fit.offer.commands").lines().forEach(console.out()::println);
    }

    private void print(String title, List<Example> examples) {
        Aligned aligned = new Aligned(false);
        examples.forEach(e -> aligned.row(e.name(), about(e.name()), e.formula()));
        console.out().println(title);
        aligned.lines().forEach(console.out()::println);
        console.out().println();
    }

    private String about(String example) {
        return console.messages().text("example." + example);
    }

    private static boolean isCurve(Example example) {
        return switch (example.points()) {
            case Points.Curve _ -> true;
            case Points.Classes _ -> false;
        };
    }
}

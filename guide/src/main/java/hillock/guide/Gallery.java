package hillock.guide;

import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Description;
import hillock.plot.Figures;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// All activations on one page, made from the rows of the catalogue: `activations.md` and
/// `activations.html`, the same in Chinese, and a picture of f, f' and f'' of each in the folder
/// `activations` beside them.
///
/// From the command line: `java -cp … hillock.guide.Gallery docs`.
public final class Gallery {
    private static final int POINTS = 241;
    private static final double END = 6;
    private static final int PANEL_WIDTH = 300;
    private static final int PANEL_HEIGHT = 240;

    private final Language language;

    private Gallery(Language language) {
        this.language = language;
    }

    /// Writes the pages into the folder that the first argument names.
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            IO.println("Name the folder of the documentation: docs");
            return;
        }
        Path folder = Path.of(args[0]);
        write(folder);
        IO.println("Wrote the gallery into " + folder.toAbsolutePath());
    }

    /// Writes all pages and pictures.
    public static void write(Path folder) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("activations"));
        for (Language language : Language.values()) {
            Gallery gallery = new Gallery(language);
            Files.writeString(folder.resolve(page(language, "md")), gallery.markdown());
            Files.writeString(folder.resolve(page(language, "html")), gallery.html());
        }
        for (Activation a : Activations.all()) {
            Files.writeString(pictures.resolve(a.name() + ".svg"), picture(a).svg());
        }
    }

    /// The name of its file.
    static String page(Language language, String type) {
        return language.of("activations.", "activations.zh-CN.") + type;
    }

    /// f, f' and f'' side by side, the derivatives by autograd.
    static Picture picture(Activation a) {
        Tensor x = Tensor.linspace(-END, END, POINTS).requiresGradient();
        Tensor y = a.curve(x);
        Tensor slope = y.sum().differentiableGradients().of(x);
        Tensor bend = slope.sum().gradients().of(x);
        return new Picture(
                a.name(),
                Figures.sideBySide(
                                List.of(a.name(), "derivative", "second derivative"),
                                List.of(a.name()),
                                x.toDoubles(),
                                List.of(List.of(y.toDoubles()), List.of(slope.toDoubles()), List.of(bend.toDoubles())))
                        .withColumns(3)
                        .withPanelSize(PANEL_WIDTH, PANEL_HEIGHT));
    }

    private List<Description.Line> lines(Activation a) {
        return Description.of(a, Locale.of(language.code())).lines();
    }

    private String markdown() {
        StringBuilder page = new StringBuilder(language.of("""
                # All activations

                [中文](activations.zh-CN.md) · [as a web page](activations.html)

                Made from the rows of `hillock.nn.Activations` by `hillock.guide.Gallery`: what is said of a function is
                computed from its formula. *Flat* is where slopes are below a hundredth of the largest one; *gain* is the
                factor for initial weights. In a terminal: `./hillock activations gelu`; with your own formula:
                `./hillock activations "x * sigmoid(1.7 * x)"`. Pictures show f, f' and f'', of functions of rows the first
                value for the row (x, 0), of gates that for (1, x).

                *Error* is the largest one of 32-bit results at some 8,000 numbers of all magnitudes against the formula in
                double precision, in units in the last place (ulp) of the exact result; for the functions of PyTorch a test
                holds it against results of 120 digits. Where a value may be off by more than 4 ulp, the place and the cause
                stand behind the figure. A slope that flows from the value, such as `1 - y ^ 2`, is exact to some ulp of 1
                and not of itself, as in PyTorch, for training keeps the value only; the figures say so ("ulp of 1"), and
                are larger for functions that multiply it by x, such as silu.

                After a library's name stands what has to be given there; *here* says how to write in Hillock what
                another default computes.

                """, """
                # 所有激活函数

                [English](activations.md) · [网页版](activations.zh-CN.html)

                由 `hillock.guide.Gallery` 根据 `hillock.nn.Activations` 的各行生成：对函数的说明都由其公式算出。“平坦”指斜率小于最大斜率的百分之一；
                “增益”是初始权重的系数。在终端中：`./hillock activations gelu --lang zh`；用您自己的公式：`./hillock activations "x * sigmoid(1.7 * x)"`。
                图中是 f、f' 和 f''；以整行计算的函数画的是行 (x, 0) 的第一个值，门控函数画的是行 (1, x) 的。

                “误差”是 32 位结果在约 8000 个不同量级的数上与双精度公式相比的最大误差，以精确结果的末位单位（ulp）计；PyTorch 已有的函数由测试与 120 位的
                结果对照。函数值误差超过 4 ulp 时，其后注明位置和原因。由函数值算出的斜率（如 `1 - y ^ 2`）精确到 1 的若干 ulp，而不是其自身的，这与 PyTorch
                相同，因为训练只保留函数值；此时误差注明以 1 的 ulp 计，而把它乘以 x 的函数（如 silu）误差更大。

                库名之后是在那里要给出的写法；“相当于这里的”说明其默认值不同时在 Hillock 中怎样写。

                """));
        page.append(Activations.all().stream()
                        .map(a -> "[" + a.name() + "](#" + a.name() + ")")
                        .collect(Collectors.joining(" · ")))
                .append("\n");
        for (Activation a : Activations.all()) {
            page.append("\n## ").append(a.name()).append("\n\n");
            page.append("![" + a.name() + "](activations/" + a.name() + ".svg)\n\n");
            TextTable table = new TextTable("", "");
            for (Description.Line line : lines(a)) {
                String text = line.formula() ? "`" + line.text() + "`" : line.text();
                table.row(line.label(), text.replace("|", "\\|"));
            }
            page.append(table);
        }
        return page.toString();
    }

    private String html() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"" + language.of("en", "zh-CN") + "\">\n");
        page.append("""
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                """);
        page.append("<title>Hillock: " + language.of("all activations", "所有激活函数") + "</title>\n")
                .append("""
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
                  color: #1d2530; background: #fff }
                h1 { margin-bottom: .2em }
                nav { margin: 1em 0 2em; display: grid; gap: .6em;
                  grid-template-columns: repeat(auto-fill, minmax(7.2rem, 1fr)) }
                nav a { border: 1px solid #d8dee6; border-radius: 6px; padding: .3em .4em .2em; text-align: center;
                  text-decoration: none; color: #1a4f8b; font: .8rem ui-monospace, monospace; overflow: hidden }
                nav a:hover { border-color: #1a4f8b }
                nav svg { display: block; width: 100%; height: auto; margin-bottom: .2em }
                nav .axis { stroke: #d8dee6 } nav .curve { stroke: #1f77b4; stroke-width: 2; fill: none }
                section { border-top: 1px solid #d8dee6; padding: 1em 0 1.5em; break-inside: avoid }
                img { max-width: 100%; height: auto; display: block }
                h2 { margin: .2em 0; font-family: ui-monospace, monospace }
                dl { display: grid; grid-template-columns: 7em 1fr; gap: .15em .8em; margin: .6em 0 }
                dt { color: #5b6673 } dd { margin: 0; overflow-wrap: anywhere }
                code { font-family: ui-monospace, monospace; font-size: .92em }
                .figure { overflow-x: auto }
                @media (max-width: 32rem) { nav { grid-template-columns: repeat(auto-fill, minmax(5.6rem, 1fr)) }
                  nav a { font-size: .7rem } .figure img { max-width: none; width: 42rem }
                  dl { grid-template-columns: 1fr } dt { margin-top: .4em } }
                </style>
                """)
                .append(language.of("""
                <p><a href="activations.zh-CN.html">中文</a></p>
                <h1>All activations</h1>
                <p>The small pictures are all on one scale, from -3 to 3; of functions of rows all pictures show the first
                value for the row (x, 0), of gates that for (1, x). Below, each with its derivative and second derivative, drawn by autograd; what is said of it follows from its
                formula. <em>Flat</em> is where slopes are below a hundredth of the largest one; <em>gain</em> is the factor
                for initial weights; <em>error</em> is that of 32-bit results, in units in the last place.</p>
                """, """
                <p><a href="activations.html">English</a></p>
                <h1>所有激活函数</h1>
                <p>小图比例相同，从 -3 到 3；以整行计算的函数画的是行 (x, 0) 的第一个值，门控函数画的是行 (1, x) 的。下面每个函数都附有一阶和二阶导数的图像，由自动微分画出；对函数的说明由其公式算出。“平坦”指斜率小于最大斜率的百分之一；“增益”是初始权重的系数；
                “误差”是 32 位结果的误差，以末位单位计。</p>
                """))
                .append("<nav>\n");
        for (Activation a : Activations.all()) {
            page.append("<a href=\"#" + a.name() + "\">" + thumbnail(a) + a.name() + "</a>\n");
        }
        page.append("</nav>\n");
        for (Activation a : Activations.all()) section(page, a);
        return page.append("</html>\n").toString();
    }

    /// The curve over (-3, 3), all on one scale, so that they can be compared.
    private static String thumbnail(Activation a) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 96 64\" aria-hidden=\"true\">");
        svg.append("<path class=\"axis\" d=\"M0 44H96M48 0V64\"/><polyline class=\"curve\" points=\"");
        double[] values = a.curve(Tensor.linspace(-3, 3, 97)).toDoubles();
        for (int i = 0; i <= 96; i++) {
            double y = 44 - 16 * values[i];
            svg.append(i == 0 ? "" : " ").append(i).append(',').append(Math.round(Math.clamp(y, -99, 199) * 10) / 10.0);
        }
        return svg.append("\"/></svg>").toString();
    }

    private void section(StringBuilder page, Activation a) {
        page.append("<section id=\"" + a.name() + "\">\n<h2>" + a.name() + "</h2>\n");
        page.append("<div class=\"figure\"><img loading=\"lazy\" alt=\"" + a.name() + ", f', f''\" src=\"activations/"
                + a.name() + ".svg\"></div>\n");
        page.append("<dl>\n");
        for (Description.Line line : lines(a)) {
            String text = escaped(line.text());
            page.append("<dt>" + escaped(line.label()) + "</dt><dd>");
            page.append(line.formula() ? "<code>" + text + "</code>" : text).append("</dd>\n");
        }
        page.append("</dl>\n</section>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

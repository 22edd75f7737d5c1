package hillock.guide;

import hillock.plot.Figure;
import hillock.plot.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A figure under the name of its file, without the ending.
///
/// ```java
/// Picture picture = P05Sigmoid.measure().pictures(Language.CHINESE).getFirst();
/// picture.svg().contains("Sigmoid 函数值");   // true
/// ```
public record Picture(String name, Figure figure) {
    /// The figure as SVG that ends in a comment with its [#content].
    public String svg() {
        return figure.toSvg().strip() + "\n<!-- content " + content() + " -->\n";
    }

    /// A fingerprint of what the figure shows. SVG itself differs from machine to machine, as labels are placed by the
    /// size of the fonts that are installed; the figure as terminal text does not.
    public String content() {
        CRC32 crc = new CRC32();
        crc.update(figure.toText(TextStyle.of(160, 60)).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}

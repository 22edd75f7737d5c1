package hillock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints, and the library version that a model folder records.
public final class Version implements IVersionProvider {
    private final Messages messages;

    Version(Messages messages) {
        this.messages = messages;
    }

    /// The version of this build, `0.1.0` say: the build writes it into a resource.
    public static String hillock() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        String java = System.getProperty("java.runtime.version");
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        return new String[] {
            messages.text("version.hillock", hillock()), messages.text("version.java", java, system, machine)
        };
    }
}

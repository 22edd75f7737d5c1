package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("%(\\d\\$)?[sd]");

    /// How often each text takes a value: its other words may stand in another order.
    private static List<String> places(Language language) {
        Messages messages = Messages.of(language);
        List<String> places = new ArrayList<>();
        for (String key : Collections.list(messages.bundle().getKeys())) {
            List<String> kinds = PLACE.matcher(messages.bundle().getString(key))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            places.add(key + " " + kinds);
        }
        Collections.sort(places);
        return places;
    }

    @Test
    void everyTextExistsInEveryLanguageWithTheSameValues() {
        assertThat(Messages.of(Language.ZH).bundle().getLocale()).isEqualTo(Locale.CHINESE);
        assertThat(places(Language.ZH)).isEqualTo(places(Language.EN)).isNotEmpty();
    }

    @Test
    void englishIsEnglishOnAChineseSystem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertThat(Messages.of(Language.EN).text("error.interrupted")).isEqualTo("Interrupted.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', EN",
        "LANG=zh_CN.UTF-8, '', ZH",
        "LANG=zh_CN.UTF-8, --lang en, EN",
        "LANG=de_DE.UTF-8, fit --lang=zh, ZH",
        "LANG=zh_CN.UTF-8 LC_ALL=C, '', EN",
        "LANG=en_US.UTF-8 LC_MESSAGES=zh_TW, '', ZH",
        "LANG=zh_CN LC_ALL=, '', ZH",
        "'', --lang fr, EN",
        "'', eval relu -- --lang zh, EN"
    })
    void languageIsAskedForOrTheSystems(String env, String args, Language language) {
        Map<String, String> variables = new java.util.HashMap<>();
        Arrays.stream(env.split(" ")).filter(s -> s.contains("=")).forEach(s -> {
            int at = s.indexOf('=');
            variables.put(s.substring(0, at), s.substring(at + 1));
        });
        assertThat(Language.of(variables, args.split(" "))).isEqualTo(language);
    }
}

package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.library.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyWordsTest {
    private static String literal(String words) {
        List<String> all = new ArrayList<>(List.of("apply", "b81c"));
        all.addAll(List.of(words.split(" ")));
        Options options = OptionReader.read(all.toArray(String[]::new)).options();
        return new ApplyWords(options).literal(() -> "it's \\ secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            --yes                                 ~ {}
            --waves 1,5%,100%                     ~ {waves: [1, '5%', '100%']}
            --waves 1,2.5%                        ~ {waves: [1, '2.5%']}
            --pause 30                            ~ {pause: 30}
            --pause 1m30s                         ~ {pause: 90}
            --pause 500ms                         ~ {pause: 0.5}
            --pause ask                           ~ {pause: 'ask'}
            --health online=10m                   ~ {health: {online: 600}}
            --health online=10m,no-errors=2m      ~ {health: {online: 600, noErrors: 120}}
            --health no-errors=90 --within 5m     ~ {health: {noErrors: 90}, within: 300}
            --max-failures 20                     ~ {maxFailures: 20}
            --max-failures 0                      ~ {maxFailures: 0}
            --max-failures 50%                    ~ {maxFailures: '50%'}
            --retry-unknown                       ~ {retryUnknown: true}
            --unbond-key-stdin                    ~ {unbondKey: 'it\\u0027s \\u005c secret'}
            """)
    void areTheOptionsOfApplyInScripts(String words, String literal) {
        assertThat(literal(words)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            --waves 1,,2            ~ --waves: '' is no number and no percentage            ~ such as --waves 1,5%,100%
            --waves all             ~ --waves: 'all' is no number and no percentage         ~ such as --waves 1,5%,100%
            --waves 200%            ~ --waves: '200%' is no number and no percentage        ~ such as --waves 1,5%,100%
            --max-failures few      ~ --max-failures: 'few' is no number and no percentage  ~ such as --max-failures 20, or 5%
            --pause soon            ~ --pause: 'soon' is no duration                        ~ such as 90s, 10m, 1h30m, or plain seconds
            --within ask            ~ --within: 'ask' is no duration                        ~ such as 90s, 10m, 1h30m, or plain seconds
            --health online         ~ --health: 'online' is no sign of health               ~ such as --health online=10m, or online=10m,no-errors=2m
            --health up=1m          ~ --health: 'up=1m' is no sign of health                ~ such as --health online=10m, or online=10m,no-errors=2m
            --health online=1,online=2 ~ --health: 'online=2' is no sign of health          ~ such as --health online=10m, or online=10m,no-errors=2m
            --health online=soon    ~ --health: 'soon' is no duration                       ~ such as 90s, 10m, 1h30m, or plain seconds
            """)
    void areRefusedWhenTheyMeanNothing(String words, String message, String hint) {
        assertThatThrownBy(() -> literal(words))
                .isInstanceOfSatisfying(
                        UsageException.class, wrong -> assertThat(wrong.hint()).isEqualTo(hint))
                .hasMessage(message);
    }
}

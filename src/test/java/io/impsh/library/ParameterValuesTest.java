package io.impsh.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.model.Entity;
import io.impsh.model.Product;
import io.impsh.script.EntityLookup;
import io.impsh.script.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines and values of scripts against one header. */
class ParameterValuesTest {
    private static final String HEADER = """
            /**
             * Does it.
             *
             * @param {string}    [note]         a text
             * @param {number}    [limit]        a number
             * @param {boolean}   [online=false] a flag
             * @param {duration}  [wait=10m]     a time
             * @param {file}      [csv]          a file
             * @param {fast|slow} [pace]         a choice
             * @param {product}   [product]      an entity
             * @param {number[]}  [share]        a list
             * @param {secret}    [unbondKey]    a secret
             */
            """;
    private static final Product THERMOSTAT = new Product("p1", "Thermostat", null, null, null, null, null, null);

    @TempDir
    Path folder;

    private final FakeIo io = new FakeIo();
    private Map<String, String> environment = Map.of();

    @Test
    void readsACommandLine() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "device\n");

        Map<String, Object> values = values(
                "--note",
                "a text",
                "--limit=-5",
                "--online",
                "--wait",
                "1h",
                "--csv",
                file.toString(),
                "--pace=fast",
                "--product",
                "Thermostat",
                "--share",
                "1",
                "--share",
                "2.5");

        assertThat(values)
                .isEqualTo(Map.of(
                        "note",
                        "a text",
                        "limit",
                        -5L,
                        "online",
                        true,
                        "wait",
                        3600L,
                        "csv",
                        file.toString(),
                        "pace",
                        "fast",
                        "product",
                        THERMOSTAT,
                        "share",
                        List.of(1L, 2.5)));
    }

    @Test
    void fillsInDefaultsAndNothingElse() {
        assertThat(values()).isEqualTo(Map.of("online", false, "wait", 600L));
    }

    @Test
    void aFlagTakesAWordThatSaysTrueOrFalse() {
        assertThat(values("--online", "false")).containsEntry("online", false);
        assertThat(values("--online=yes")).containsEntry("online", true);
    }

    @Test
    void readsATextAndASecretFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "from a file\n");

        assertThat(values("--note", "@" + file, "--unbond-key=@" + file))
                .containsEntry("note", "from a file")
                .containsEntry("unbondKey", "from a file");
    }

    @Test
    void readsASecretFromStandardInputOrTheEnvironment() {
        assertThat(values("--unbond-key", "-")).containsEntry("unbondKey", "from standard input");

        environment = Map.of("IMPSH_PARAM_UNBOND_KEY", "from the environment");
        assertThat(values()).containsEntry("unbondKey", "from the environment");
    }

    @Test
    void asksForASecretThatIsNeeded() {
        SavedScript script = script("/**\n * Does it.\n * @param {secret} key the key\n */");

        assertThat(values(script, Map.of())).isEqualTo(Map.of("key", "typed"));
        assertThat(io.questions).containsExactly("--key, the key: ");
    }

    @Test
    void takesASecretOfARunningScript() {
        Map<String, Object> given = Map.of("unbondKey", "handed on");

        assertThat(values(script(HEADER), given, Input.Giver.SCRIPT)).containsEntry("unbondKey", "handed on");
        assertThat(io.questions).isEmpty();
    }

    @Test
    void refusesASecretThatIsTypedAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> values(script(HEADER), Map.of("unbondKey", "abc"), Input.Giver.TYPED))
                .isInstanceOfSatisfying(UsageException.class, wrong -> assertThat(wrong.hint())
                        .isEqualTo("unbondKey: 'ask' asks for it; only a script can hand one to another"))
                .hasMessage("--unbond-key: a secret cannot be typed");
    }

    @Test
    void anEmptySecretIsNoneWhoeverGivesIt() {
        for (Input.Giver giver : Input.Giver.values()) {
            assertThatThrownBy(() -> values(script(HEADER), Map.of("unbondKey", ""), giver))
                    .hasMessage("--unbond-key: empty");
        }
    }

    @Test
    void asksForASecretWhereAScriptOrSomebodyAtThePromptSaysSo() {
        for (Input.Giver giver : List.of(Input.Giver.TYPED, Input.Giver.SCRIPT)) {
            assertThat(values(script(HEADER), Map.of("unbondKey", "ask"), giver))
                    .containsEntry("unbondKey", "typed");
        }
        assertThat(io.questions).containsExactly("--unbond-key, a secret: ", "--unbond-key, a secret: ");
    }

    @Test
    void takesValuesOfAScript() {
        assertThat(values(script(HEADER), Map.of("limit", 3L, "online", true, "wait", 1.5, "product", THERMOSTAT)))
                .isEqualTo(Map.of("limit", 3L, "online", true, "wait", 1.5, "product", THERMOSTAT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--lmit 5            ~ do has no parameter --lmit; did you mean --limit?",
                "--limit             ~ --limit: a value is missing",
                "--limit --online    ~ --limit: a value is missing",
                "--limit five        ~ --limit: 'five' is no number",
                "--limit NaN         ~ --limit: 'NaN' is no number",
                "--limit 1 --limit 2 ~ --limit: given twice",
                "--online=perhaps    ~ --online: 'perhaps' is neither true nor false",
                "--wait soon         ~ --wait: 'soon' is no duration",
                "--csv nowhere.csv   ~ --csv: there is no file 'nowhere.csv'",
                "--pace slwo         ~ --pace: 'slwo' is none of fast, slow",
                "--unbond-key abc    ~ --unbond-key: a secret cannot be given as an argument",
                "--note @nowhere     ~ --note: the file 'nowhere' cannot be read",
                "--note two words    ~ do: unexpected 'words'",
                "--product Termostat ~ --product: no product is called 'Termostat'; nearest: Thermostat",
            })
    void refusesWhatIsWrong(String words, String message) {
        assertThatThrownBy(() -> values(words.split(" ")))
                .isInstanceOfSatisfying(
                        UsageException.class, wrong -> assertThat(wrong.code()).isEqualTo("USAGE"))
                .hasMessage(message);
    }

    @Test
    void refusesAValueOfAnotherKind() {
        assertThatThrownBy(() -> values(script(HEADER), Map.of("limit", THERMOSTAT)))
                .hasMessage("--limit: not what it takes: a number");
    }

    @Test
    void namesWhatIsMissingAndWhatItIsFor() {
        SavedScript script = script("/**\n * Does it.\n * @param {group} to where to\n */");

        assertThatThrownBy(() -> values(script, Map.of())).hasMessage("do needs --to: where to");
    }

    @Test
    void aServiceThatCannotBeReachedIsNoWrongName() {
        EntityLookup broken = (kind, text) -> {
            throw new UserException("UNREACHABLE", "no connection", null);
        };

        assertThatThrownBy(() -> new ParameterValues(script(HEADER), broken, secrets(Input.Giver.COMMAND_LINE))
                        .of(Map.of("product", "Thermostat")))
                .isInstanceOfSatisfying(UserException.class, failure -> assertThat(failure.code())
                        .isEqualTo("UNREACHABLE"));
    }

    private Map<String, Object> values(String... words) {
        SavedScript script = script(HEADER);
        Input.Saved input = script.input(Arrays.asList(words), () -> "from standard input\n");
        return values(script, input.parameters());
    }

    private Map<String, Object> values(SavedScript script, Map<String, Object> given) {
        return values(script, given, Input.Giver.COMMAND_LINE);
    }

    private Map<String, Object> values(SavedScript script, Map<String, Object> given, Input.Giver giver) {
        return new ParameterValues(script, ParameterValuesTest::resolve, secrets(giver)).of(given);
    }

    private SecretSource secrets(Input.Giver giver) {
        return new SecretSource(environment, io, giver);
    }

    private static SavedScript script(String text) {
        return new SavedScript(
                "do", Path.of("do.js"), text, ScriptHeader.read("do.js", text).orElseThrow(), true, null);
    }

    private static Entity resolve(String kind, String identifier) {
        if (kind.equals("product") && identifier.equals(THERMOSTAT.name())) {
            return THERMOSTAT;
        }
        throw new UserException("NOT_FOUND", "no " + kind + " is called '" + identifier + "'", "nearest: Thermostat");
    }
}

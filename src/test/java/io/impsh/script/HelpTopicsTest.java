package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The concepts that help explains: each has a text, an example that works, and leads on to pages that exist. */
class HelpTopicsTest {
    private static final SavedScripts SCRIPTS = new SavedScripts() {
        @Override
        public Prepared prepare(Input.Saved wanted, EntityLookup lookup, ScriptIo io) {
            return new Prepared(wanted.name(), "params", null, wanted.parameters(), wanted.args());
        }

        @Override
        public List<Summary> list() {
            return List.of(new Summary("bulk-reassign", "Moves devices"));
        }

        @Override
        public Optional<HelpPage> help(String name) {
            return Optional.of(new HelpPage("script " + name, null, "Moves devices.", List.of(), null));
        }
    };

    @TempDir
    Path folder;

    static Stream<HelpTopic> topics() {
        return HelpTopics.all().stream();
    }

    @Test
    void theTopicsAre() {
        assertThat(HelpTopics.names())
                .containsExactly(
                        "async/await",
                        "completion",
                        "dry run",
                        "errors",
                        "files",
                        "filters",
                        "keys",
                        "limits",
                        "logs",
                        "names",
                        "output",
                        "paging/it",
                        "plans",
                        "production",
                        "recording",
                        "scripts",
                        "settings",
                        "times",
                        "unlock/safety",
                        "watching",
                        "waves");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasATextAndLeadsOn(HelpTopic topic) {
        assertThat(topic.title()).isNotBlank().hasSizeLessThan(60);
        assertThat(topic.text()).endsWith(".");
        assertThat(topic.sections()).allSatisfy(section -> assertThat(section.entries())
                .allSatisfy(entry -> assertThat(entry.text()).isNotBlank()));
        assertThat(topic.see()).isNotEmpty();
        assertThat(topic.see()).isSubsetOf(HelpPages.topics(new Registry()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasAnExampleThatRuns(HelpTopic topic) throws IOException {
        assertThat(topic.example()).isNotBlank();
        if (topic.example().startsWith("help('.")) {
            return; // only the prompt has commands
        }
        try (SandboxSession cloud = SandboxSession.with().scripts(SCRIPTS).start()) {
            cloud.io.pageRows(20);
            topic.example()
                    .lines()
                    .forEach(line -> cloud.show(line.replace("'devices.csv'", "'" + folder + "/d.csv'")
                            .replaceAll("'(\\./)?recorded\\.js'", "'" + folder + "/recorded.js'")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    help                    | impsh
                    help()                  | impsh
                    help(help)              | impsh
                    help(devices)           | Devices
                    help(devices.where)     | devices.where
                    devices.where.help()    | devices.where
                    devices.help()          | Devices
                    devices.first().help()  | Device
                    help('devices')         | Devices
                    help('groups')          | DeviceGroups
                    help('builds')          | Deployments
                    help('me')              | Account
                    help('devices.where')   | devices.where
                    help('devices.where()') | devices.where
                    help('groups.create')   | groups.create
                    help('group.deploy')    | group.deploy
                    help('Device.assignTo') | device.assignTo
                    help('device.assignTo') | device.assignTo
                    help('devices.assignTo') | devices.assignTo
                    help('device.online')   | device.online
                    help('rename')          | device.rename
                    help('plan.apply')      | plan.apply
                    help('report.failed')   | report.failed
                    help('files.read')      | files.read
                    help('run')             | run
                    help('waves')           | waves: changing many things a share at a time
                    help('it')              | paging/it: long lists, a page at a time
                    help('unlock')          | unlock/safety: what keeps you from changing the wrong thing
                    help('watch')           | watch
                    help('await')           | async/await: why no await is needed
                    help('Dry run')         | dry run: trying a script without changing anything
                    help('dry-run')         | dry run: trying a script without changing anything
                    help('bulk-reassign')   | script bulk-reassign
                    """)
    void aNameLeadsToItsPage(String input, String title) {
        try (SandboxSession cloud = SandboxSession.with().scripts(SCRIPTS).start()) {
            assertThat(cloud.show(input)).isEqualTo("help: " + title);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    help('wavs')          | there is no help on 'wavs'; did you mean waves? | help() lists what there is
                    help('bulk-reasign')  | there is no help on 'bulk-reasign'; did you mean bulk-reassign? | help() lists what there is
                    help('devices.wher')  | there is no help on 'devices.wher'; did you mean devices.where? | help() lists what there is
                    help('renam')         | there is no help on 'renam'; did you mean rename? | help() lists what there is
                    help('xyzzy')         | there is no help on 'xyzzy' | help() lists what there is
                    help('.load')         | there is no help on '.load'; did you mean load? | commands with a dot are those of the prompt: start impsh and type .help
                    help(5)               | there is no help on 5 | give it a thing such as devices, a method such as devices.where, or a name such as 'plans'
                    """)
    void aNameThatLeadsNowhereGetsTheNearest(String input, String message, String hint) {
        try (SandboxSession cloud = SandboxSession.with().scripts(SCRIPTS).start()) {
            assertThat(cloud.failure(input)).isEqualTo("USAGE: " + message + "\n" + hint);
        }
    }

    @Test
    void thePageOfWhereSaysWhoFilters() {
        MemberDoc where = new Registry()
                .members("Webhooks").stream()
                        .filter(doc -> doc.name().equals("where"))
                        .findFirst()
                        .orElseThrow();
        assertThat(HelpPages.page(where).sections().get(1).entries())
                .extracting(entry -> entry.name() + ": " + entry.text())
                .containsExactly(
                        "id: string; sifted here",
                        "type: string; sifted here",
                        "url: string; sifted here",
                        "event: string; sifted here",
                        "contentType: string; sifted here",
                        "groupKind: string, or null for unset; sifted here",
                        "createdAt: Date; sifted here",
                        "updatedAt: Date; sifted here",
                        "group: DeviceGroup or its name; asked of the service",
                        "product: Product or its name; sifted here",
                        "owner: Account or its name; sifted here",
                        "creator: Account or its name; sifted here");
    }
}

package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.impsh.sandbox.NodeProgram;
import io.impsh.script.MemberDoc;
import io.impsh.script.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What TypeScript's own compiler says of scripts, with what {@code impsh types} prints and the set-up of its help. It is
 * run once, on all of them, as it takes its time to start.
 */
class TypeScriptIT {
    private static final Path LIBRARY = Path.of("scripts-library");
    private static final Pattern PLACE = Pattern.compile("(?<file>[^(]+)\\((?<line>\\d+),\\d+\\): error .*");

    /** Lines below an error that tell more of it. */
    private static final String CONTINUED = " ";

    private static final String RIGHT = """
            #!/usr/bin/env impsh
            /**
             * Has a bit of everything.
             *
             * @param {product} of which product
             * @param {device[]} [more] devices
             * @param {build} [code] a build
             * @param {account} [owner=me] whose
             * @param {duration} [pause="10m"] how long
             * @param {secret} [key] a secret
             */
            const line = products.Thermostat.groups.find('Line 1') ?? groups['Line 1'];
            const some = devices.where({group: [line, /^Line/], impType: ['imp003', /5$/], owner: me, name: null});
            some.where({stateChangedAt: (time) => time > new Date(), rssi: (dBm) => dBm < -80, product: null});
            const filter = {};
            filter.online = params.online;
            const columns = ['name', 'group'];
            devices.where(filter).filter((device) => device.name && device.name.length).select(...columns).table();
            builds.where({tag: 'RC1', tags: ['RC1', 'v1'], olderThanMinimum: true, zombie: false});
            const report = products.Tracker.remove({force: true, builds: params.builds}).apply({waves: [1, '5%']});
            print(report.counts.done + report.counts.failed, report.failed.items[0]?.reason);
            const plan = some.assignTo(params.to).where((item) => item.from === 'Line 1').without({verdict: 'skip'});
            plan.apply({health: (device) => device.online && device.rssi > -80, pause: 'ask', maxFailures: '5%'});
            const pieces = load('lib/pieces.js');
            pieces.check(files.readCsv(params.csv)[0].device.trim(), {...devices.countBy('online')});
            const seen = watch(() => devices.count(), 1, {times: 2}).toFixed();
            logs.on(line, (entry) => print(entry.time.toISOString(), entry.device.name), {types: 'server.error'});
            logs.maxStreams = 4;
            for (const {id, group} of [...devices.limit(2)]) {
              console.warn(`${id} ${group?.name} ${seen} ${args.join()} ${JSON.stringify(plan)} ${_}`);
            }
            function misused(message) {
              return Object.assign(new Error(message), {code: 'USAGE', hint: help(devices.where).text});
            }
            try {
              run('other', {code: params.code}).whatever.it.gives();
            } catch (failure) {
              if (failure.code !== 'NOT_FOUND') {
                throw misused(failure.message);
              }
              exit(2);
            }
            print(Object.groupBy([...devices], (device) => device.impType).imp003, new Set(args).union(new Set(columns)));
            table(devices.groupBy('impType').imp003.map((device) => ({name: device.name})));
            """;

    /** A mistake in each line below the header. */
    private static final String WRONG = """
            /**
             * Has a mistake in each line.
             *
             * @param {group} from where
             * @param {'some'|'all'} [what="all"] how many
             */
            devices.first().nam;
            groups.get('Line 1').restrat();
            devices.limit('3');
            devices.where({onlin: true});
            devices.where({online: 'yes'});
            devices.map((device) => device.name.toFixed());
            for (const build of builds) build.flagg();
            groups.get('Line 1').restart({conditionl: true});
            products.Thermostat.remove().apply();
            devices[0].name;
            plans.list()[0].counts.dnoe;
            me.name = 'somebody';
            document.title;
            """;

    @TempDir
    static Path scripts;

    private static List<String> errors;

    @BeforeAll
    static void compile() throws Exception {
        assumeTrue(NodeProgram.isPossible(), "needs node and npm on the PATH: no script was checked with TypeScript");
        NodeProgram compiler = NodeProgram.installed("types");
        write(
                "impsh.d.ts",
                CommandLineRun.of(scripts.resolve("home"), "", "types").out());
        write("tsconfig.json", EditorSetup.TSCONFIG);
        write("right.js", RIGHT);
        write("wrong.js", WRONG);
        write("examples.js", examples());
        copyLibrary();
        NodeProgram.Ended ended = compiler.run(
                Map.of(),
                "node",
                "node_modules/typescript/bin/tsc",
                "--pretty",
                "false",
                "--project",
                scripts.toString());
        String folder = compiler.folder().toRealPath().relativize(scripts.toRealPath()) + "/";
        errors = ended.output()
                .lines()
                .filter(line -> !line.startsWith(CONTINUED))
                .map(error -> error.replace(folder, ""))
                .toList();
    }

    /** Each in a block, so that all may declare the same names. */
    private static String examples() {
        Registry registry = new Registry();
        return registry.typeNames().stream()
                .flatMap(type -> registry.members(type).stream())
                .map(MemberDoc::example)
                .filter(Objects::nonNull)
                .map(example -> "{ " + example + "; }\n")
                .collect(Collectors.joining());
    }

    private static void copyLibrary() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                Path copy = scripts.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    @Test
    void findsNothingInTheLibrary() {
        assertThat(scripts.resolve(LIBRARY)).isNotEmptyDirectory();
        assertThat(errorsIn("scripts-library/.*").filter(error -> !isInHeader(error)))
                .isEmpty();
    }

    @Test
    void findsNothingInTheExamplesOfTheReference() {
        assertThat(errorsIn("examples.js")).isEmpty();
    }

    @Test
    void findsNothingInWhatScriptsMayDo() {
        assertThat(errorsIn("right.js")).isEmpty();
    }

    @Test
    void findsNothingInTheDeclarationsAndTheSetUp() {
        assertThat(errors).allMatch(error -> PLACE.matcher(error).matches());
        assertThat(errorsIn("impsh.d.ts")).isEmpty();
    }

    @Test
    void findsEveryMistake() {
        assertThat(errorsIn("wrong.js"))
                .containsExactly(
                        "wrong.js(7,17): error TS2551: Property 'nam' does not exist on type 'Device'."
                                + " Did you mean 'name'?",
                        "wrong.js(8,22): error TS2551: Property 'restrat' does not exist on type 'DeviceGroup'."
                                + " Did you mean 'restart'?",
                        "wrong.js(9,15): error TS2345: Argument of type 'string' is not assignable to parameter of"
                                + " type 'number'.",
                        "wrong.js(10,16): error TS2561: Object literal may only specify known properties, but 'onlin'"
                                + " does not exist in type 'DeviceFilter'. Did you mean to write 'online'?",
                        "wrong.js(11,16): error TS2322: Type 'string' is not assignable to type 'FactTest<boolean>'.",
                        "wrong.js(12,37): error TS2551: Property 'toFixed' does not exist on type 'string'."
                                + " Did you mean 'fixed'?",
                        "wrong.js(13,35): error TS2551: Property 'flagg' does not exist on type 'Deployment'."
                                + " Did you mean 'flag'?",
                        "wrong.js(14,31): error TS2561: Object literal may only specify known properties, but"
                                + " 'conditionl' does not exist in type '{ conditional?: boolean; }'. Did you mean to"
                                + " write 'conditional'?",
                        "wrong.js(15,30): error TS2339: Property 'apply' does not exist on type 'void'.",
                        "wrong.js(16,12): error TS2339: Property 'name' does not exist on type 'never'.",
                        "wrong.js(17,24): error TS2339: Property 'dnoe' does not exist on type 'OutcomeCounts'.",
                        "wrong.js(18,4): error TS2540: Cannot assign to 'name' because it is a read-only property.",
                        "wrong.js(19,1): error TS2584: Cannot find name 'document'. Do you need to change your target"
                                + " library? Try changing the 'lib' compiler option to include 'dom'.");
    }

    /** @param file a pattern */
    private static Stream<String> errorsIn(String file) {
        return errors.stream().filter(error -> error.matches(file + "\\(\\d+,.*"));
    }

    /** There choices and defaults need no quotes, though the compiler would have them. */
    private static boolean isInHeader(String error) {
        Matcher place = PLACE.matcher(error);
        return place.matches() && Integer.parseInt(place.group("line")) <= linesOfHeader(place.group("file"));
    }

    private static long linesOfHeader(String file) {
        try {
            String text = Files.readString(scripts.resolve(file));
            return text.substring(0, text.indexOf("*/") + 2).lines().count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line each, with {@code |} for the cursor, by the place that the cursor is in. */
class CompletionPlacesTest {
    private static CompletionSession cloud;

    @TempDir
    static Path names;

    @TempDir
    static Path files;

    @BeforeAll
    static void start() throws InterruptedException, IOException {
        cloud = CompletionSession.start(names);
        Files.writeString(files.resolve("setup.js"), "");
        Files.writeString(files.resolve("it's.txt"), "");
        Files.writeString(files.resolve(".hidden.js"), "");
        Files.createDirectory(files.resolve("sources"));
        Files.writeString(files.resolve("sources").resolve("device.nut"), "");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            devices.filter(d => d.agentR|                           ~ .agentRunning
            devices.filter((d) => d.gr|                             ~ .groupKind  .group
            logs.on('Line 1', e => e.mess|                          ~ .message
            logs.streams()[0].pau|                                  ~ .pause()
            logs.stream('Line 1').fr|                               ~ .freshness()
            logs.max|                                               ~ .maxStreams
            plans.|                                                 ~ .list(  .show(  .resume(  .undo(  .load(
            plans.list()[0].st|                                     ~ .status
            plans.show('x').und|                                    ~ .undo()
            plans.resume('x').sti|                                  ~ .stillMatching
            plans.undo('x').sa|                                     ~ .save(
            logs.st|                                                ~ .stream(  .streams()  .stopAll()
            logs.o|                                                 ~ .on(
            logs.w|                                                 ~ .wait(
            logs.stream('Line 1').pa|                               ~ .pause()
            logs.on('Line 1', print).sta|                           ~ .state  .stats()
            logs.wait('Line 1', /x/).mess|                          ~ .message
            devices.first().str|                                    ~ .stream(
            devices.filter(function (d) { return d.agentR|          ~ .agentRunning
            devices.where({online: true}).map(d => d.group.prod|    ~ .product  .productionTarget
            devices.forEach(d => { print(d.agentU|                  ~ .agentUrl
            devices.find(d => d.mac|                                ~ .macAddress
            devices.sortBy(d => d.rs|                               ~ .rssi
            devices.rename(d => d.agentI|                           ~ .agentId
            devices.first(3).map(d => d.mac|                        ~ ``
            devices.toArray().map((d, i) => d.mac|                  ~ .macAddress
            devices.toArray().filter(d => d.online).map(e => e.mac| ~ .macAddress
            groups.map(g => g.devices.map(d => d.mac|               ~ .macAddress
            groups.map(g => g.devices.map(d => g.kin|               ~ .kind
            products.map(p => p.groups.filter(g => g.devices.map(d => g.product.desc| ~ .description
            for (const d of devices) d.mac|                         ~ .macAddress
            for (const d of devices.where({online: true})) { d.mac| ~ .macAddress
            for (let g of products.Tracker.groups) { g.kin|         ~ .kind
            for (const d of devices.toArray()) d.mac|               ~ .macAddress
            for (const d of myDevices) d.mac|                       ~ .macAddress
            let g = groups.get('x'); g.kin|                         ~ .kind
            const p = devices.all().assignTo('Line 2'); p.app|      ~ .apply(
            let g = groups.get('x')\\ng.kin|                         ~ .kind
            let g = products.Tracker, h = g.groups; h.coun|         ~ .count()  .countBy(
            let d = devices.get('a'), n = d.name; n.toU|            ~ .toUpperCase()
            x = devices.first(); x.mac|                             ~ .macAddress
            let n = devices.first().name; let m = n; m.toU|         ~ .toUpperCase()
            let longName = 1; longN|                                ~ longName
            devices.map(someDevice => someD|                        ~ someDevice
            let d = d.mac|                                          ~ ``
            let d = 1 + devices; d.whe|                             ~ ``
            (devices.first()).mac|                                  ~ .macAddress
            """)
    void knowsWhatIsDeclaredInTheInput(String line, String expected) {
        cloud.assertOffered(line.replace("\\n", "\n"), expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            devices.toArray().fi|                                   ~ .filter(  .find(  .findIndex(
            devices.toArray()[0].mac|                               ~ .macAddress
            devices.names().joi|                                    ~ .join(
            devices.names()[0].toU|                                 ~ .toUpperCase()
            'x'.toU|                                                ~ .toUpperCase()
            `x`.toU|                                                ~ .toUpperCase()
            devices.first().stateChangedAt.toI|                     ~ .toISOString()
            devices.first().name.sta|                               ~ .startsWith(
            [1, 2].inc|                                             ~ .includes(
            devices.count().toF|                                    ~ .toFixed(
            myText.toU|                                             ~ .toUpperCase()
            myDate.getT|                                            ~ .getTime()
            myDevices[0].mac|                                       ~ .macAddress
            myDevices.at(0).mac|                                    ~ .macAddress
            myObject.pl|                                            ~ .plain
            myObject.two|                                           ~ ['two words']
            myObject.fun|                                           ~ .fun(
            myObject.tr|                                            ~ .trap
            myObject.inner.|                                        ~ .device  .text
            myObject.inner.device.mac|                              ~ .macAddress
            myObject.inner.text.toU|                                ~ .toUpperCase()
            myTruck.|                                               ~ .wheels  .load  .honk(
            myObject?.pl|                                           ~ ?.plain
            myProxy.|                                               ~ ``
            myProxyArray.|                                          ~ ``
            holder.myProxy.|                                        ~ ``
            holder.|                                                ~ .myProxy
            """)
    void knowsPlainValues(String line, String expected) {
        cloud.assertOffered(line.replace("`x`", "'x'"), expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            devices.where({onl|                                     ~ `online: `
            devices.where({online: true, gr|                        ~ `groupKind: .group: `
            devices.where({'onl|                                    ~ `online': `
            devices.where({online: true, onl|                       ~ ``
            devices.where({onl|, online: true})                     ~ ``
            groups.where({ki|                                       ~ `kind: `
            products.where({n|                                      ~ `name: `
            builds.where({zo|                                       ~ `zombie: `
            builds.where({olderT|                                   ~ `olderThanMinimum: `
            groups['Line 1'].createWebhook({u|                      ~ `url: `
            groups['Line 1'].createWebhook({|                       ~ `url: .event: .contentType: `
            groups['Line 1'].createWebhook({url: 'x', |             ~ `event: .contentType: `
            groups['Line 1'].createWebhook({|, event: 'blinkup'})   ~ `url: .contentType: `
            devices.first().remove({f|                              ~ `force: `
            groups['Line 1'].remove({|                              ~ `force: .builds: .unbondKey: `
            logs.stream(devices, {ma|                               ~ `match: `
            logs.stream('Line 1', {ty|                              ~ `types: `
            groups['Line 1'].stream({|                              ~ `match: .exclude: .highlight: .types: .since: .format: .to: .limit: `
            products.Tracker.stream({fo|                            ~ `format: `
            devices.where({online: true}).stream({hi|               ~ `highlight: `
            logs.on('Line 1', print, {|                             ~ `match: .exclude: .types: .since: .limit: `
            logs.wait('Line 1', /x/, 5, {s|                         ~ `since: `
            logs.wait('Line 1', /x/, 5, {|                          ~ `since: .types: .exclude: `
            logs.stream('Line 1', {|                                ~ `match: .exclude: .highlight: .types: .since: .format: .to: .limit: `
            products.create({n|                                     ~ `name: `
            products.create({name: 'x', d|                          ~ `description: `
            groups['Line 1'].update({loadC|                         ~ `loadCodeAfterBlessing: `
            groups['Line 1'].restart({|                             ~ `conditional: `
            devices.all().assignTo('Line 2').where({ver|            ~ `verdict: `
            devices.all().assignTo('Line 2').apply({|               ~ `waves:   pause:   health:   within:   maxFailures:   retryUnknown:   unbondKey: `
            run('release', {|                                       ~ `build: .to: .all: .speed: .notes: `
            run('release', {build: 'v1.0', sp|                      ~ `speed: `
            run("release", {to: 'Line 1', |, all: true})            ~ `build: .speed: .notes: `
            """)
    void offersKeys(String line, String expected) {
        cloud.assertOffered(line, expected.replace(" .", "   "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            groups.where({kind: 'pre|                  ~ pre-factory'  pre-dut'  pre-production'
            groups.where({kind: |                      ~ 'development'  'pre-factory'  'pre-dut'  'pre-production'  'factory'  'dut'  'production'
            groups.where({kind: ['dut', 'fac|          ~ factory'
            devices.where({impType: 'imp004|           ~ imp004m'
            devices.where({impType: ['imp003', |       ~ 'imp001'  'imp002'  'imp003'  'imp004m'  'imp005'  'imp006'  'impc001'
            devices.where({groupKind: 'dev|            ~ development'
            devices.where({online: |                   ~ true  false
            devices.where({online: t|                  ~ true  table(
            devices.where({product: |                  ~ 'Bob\\'s'  'Pump'  'Thermo stat'  'Thermostat'  'Tracker'  'back\\\\slash'  null
            devices.where({product: The|               ~ 'Thermo stat'  'Thermostat'
            devices.where({group: 'thermostat f|       ~ Thermostat field'  Thermostat field B'  Thermostat fixtures'
            devices.where({owner: 'de|                 ~ demo'
            devices.where({name: 'thermo-000|          ~ thermo-0001'  thermo-0002'  thermo-0003'  thermo-0004'  thermo-0005'  thermo-0006'  thermo-0007'  thermo-0008'  thermo-0009'
            webhooks.create({group: 'Line 1', event: 'bl| ~ blessing'  blinkup'
            webhooks.create({group: 'Line 2|           ~ Line 2'
            groups['Line 1'].createWebhook({contentType: 'application/j| ~ application/json'
            groups.create({product: 'Tr|               ~ Tracker'
            groups.create({kind: 'pre-d|               ~ pre-dut'
            groups.create({productionTarget: 'Thermostat field |  ~ Thermostat field B'
            builds.where({flagged: |                   ~ true  false
            logs.get('thermo-0001', {types: ['server.|  ~ server.log'  server.error'
            devices.countBy('imp|                      ~ impType'
            devices.select('name', 'mac|               ~ macAddress'
            devices.sortBy(|                           ~ 'id'  'type'  'name'  'online'  'stateChangedAt'  'agentId'  'agentUrl'  'agentRunning'  'agentStateChangedAt'  'lastEnrolledAt'  'impType'  'ipAddress'  'macAddress'  'freeMemory'  'rssi'  'softwareVersion'  'planId'  'groupKind'  'group'  'product'  'owner'
            groups.get(Line|                           ~ 'Line "3"'  'Line 1'  'Line 2'
            products[Tr|                               ~ 'Tracker'
            products[|                                 ~ 'Bob\\'s'  'Pump'  'Thermo stat'  'Thermostat'  'Tracker'  'back\\\\slash'
            devices.of(['thermo-0001', 'thermo-000|    ~ thermo-0001'  thermo-0002'  thermo-0003'  thermo-0004'  thermo-0005'  thermo-0006'  thermo-0007'  thermo-0008'  thermo-0009'
            groups['Line 1'].assign(['thermo-0009|     ~ thermo-0009'
            products.get("Bob|                         ~ Bob's"
            products.get('Bob\\'|                      ~ Bob\\'s'
            logs.stream('Line 1|                       ~ Line 1'
            logs.stream('thermo-0009|                  ~ thermo-0009'
            logs.on(['thermo-0009|                     ~ thermo-0009'
            logs.on('Line 1', print, {types: ['server.|    ~ server.log'  server.error'
            logs.stream(['thermo-0001', 'Line 1|       ~ Line 1'
            logs.on('Line 1|                           ~ Line 1'
            logs.wait('Line 1|                         ~ Line 1'
            logs.stream('Line 1', {format: '|          ~ text'  json'  {time} {device} {message}'
            logs.stream('Line 1', {types: 'server.|    ~ server.log'  server.error'
            run('release', {to: 'Line 2|               ~ Line 2'
            run('release', {build: 'v0|                ~ v0.9'
            run('release', {speed: '|                  ~ fast'  slow'
            run('release', {all: |                     ~ true  false
            run(|                                      ~ 'bulk-reassign'  'release'
            help('HistoryE|                            ~ HistoryEntry'
            help('plan.w|                               ~ plan.where'  plan.without'
            help('assignT|                             ~ group.reassignTo'  device.assignTo'  devices.assignTo'
            help(dev|                                  ~ deviceGroups  devices
            """)
    void offersValues(String line, String expected) {
        cloud.assertOffered(line, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            load('DIR/se|                                           ~ DIR/setup.js'
            load("DIR/se|                                           ~ DIR/setup.js"
            files.read('DIR/|                                       ~ DIR/it\\'s.txt'  DIR/setup.js'  DIR/sources/
            files.read('DIR/.h|                                     ~ DIR/.hidden.js'
            files.read('DIR/sources/|                               ~ DIR/sources/device.nut'
            files.read('DIR/nowhere/|                               ~ ``
            csv([], 'DIR/se|                                        ~ DIR/setup.js'
            devices.csv('DIR/se|                                    ~ DIR/setup.js'
            groups['Line 1'].deploy({deviceFile: 'DIR/sources/d|    ~ DIR/sources/device.nut'
            builds.first().saveTo('DIR/s|                           ~ DIR/sources/
            run('release', {notes: 'DIR/it|                         ~ DIR/it\\'s.txt'
            files.write('DIR/se|                                    ~ DIR/setup.js'
            """)
    void offersFiles(String line, String expected) {
        String folder = files.toString().replace('\\', '/');
        cloud.assertOffered(line.replace("DIR", folder), expected.replace("DIR", folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            DEV|                                                    ~ deviceGroups  devices
            devices.COUNTB|                                         ~ .countBy(
            devices.cB|                                             ~ .countBy(
            devices.oBy|                                            ~ ``
            devices.toArr|                                          ~ .toArray()
            devices.Address|                                        ~ ``
            devices.first().address|                                ~ .ipAddress  .macAddress
            devices.first().stCA|                                   ~ .stateChangedAt
            products.tracker|                                       ~ .Tracker
            products.mosta|                                         ~ .Thermostat
            groups.get('field|                                      ~ Thermostat field'  Thermostat field B'
            groups.get('line |                                      ~ Line "3"'  Line 1'  Line 2'
            devices.get('0117|                                      ~ thermo-0117'
            loginK|                                                 ~ loginKeys
            lKeys|                                                  ~ loginKeys
            """)
    void finishesOtherCaseAndParts(String line, String expected) {
        cloud.assertOffered(line, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices.limit(5|",
                "12|",
                "0x1|",
                "5abc|",
                "// devices.where({onl|",
                "/* devices.where({onl|",
                "`devices.where({onl|",
                "/devices.where({onl|",
                "x = 'a' |",
                "devices |",
                "foo({|",
                "foo('|",
                "devices.rename('|",
                "print('th|",
                "devices.where({name: /th|",
                "let x = {|",
                "new Date('th|",
                "#!devices.fi|",
                "devices.unknown.fi|",
                "devices.where({nothing: '|",
            })
    void offersNothing(String line) {
        assertThat(cloud.completed(line)).isEmpty();
    }

    @Test
    void nothingOfTheUsersRuns() {
        int before = cloud.requests();
        for (String line : new String[] {
            "my|",
            "myTrap.|",
            "myTrap.a.|",
            "myObject.|",
            "myObject.trap.|",
            "myTruck.load.|",
            "myProxy.|",
            "myProxy.a.|",
            "myProxyArray.|",
            "myProxyArray[0].|",
            "holder.myProxy.|",
            "for (const x of myProxyArray) x.|",
            "counting.|",
            "devices.where({product: |",
            "groups.get('|",
            "products.|",
            "me.|",
            "run('|",
            "run('release', {to: '|"
        }) {
            cloud.completed(line);
        }
        assertThat(cloud.show("looked")).isEqualTo("0");
        assertThat(cloud.requests()).isEqualTo(before);
    }

    @Test
    void largeInputsAreNoTrouble() {
        String nested = "devices.map(d => d.group.devices.map(".repeat(500);
        String assigned = "d = d.group; ".repeat(1500) + "d.";
        String chain = "devices" + ".where({online: true})".repeat(900) + ".fi";
        String list = "devices.of([" + "'thermo-0001', ".repeat(1300) + "'thermo-0009";
        for (String text : new String[] {nested, assigned, chain, list, "[".repeat(20_000), "{a:".repeat(6_000)}) {
            cloud.session().complete(text, text.length());
        }
        assertThat(cloud.completed(list + "|")).isEqualTo("thermo-0009'");
    }

    @Test
    void describesEachCandidate() {
        assertThat(cloud.at("devices.cou|").suggestions().get(0).description())
                .isEqualTo("count()  How many there are now");
        assertThat(cloud.at("devices.cou|").suggestions().get(0).page().example())
                .isEqualTo("devices.count()");
        assertThat(cloud.at("groups.get('Line 1|").suggestions())
                .containsExactly(new Suggestion("Line 1'", "groups", "development, Thermostat", true));
        assertThat(cloud.at("run('rel|").suggestions())
                .containsExactly(new Suggestion("release'", "scripts", "copies", true));
        assertThat(cloud.at("run('release', {al|").suggestions())
                .containsExactly(new Suggestion(
                        "all: ", "parameters", "boolean  copy description, origin, flag and tags too", false));
        assertThat(cloud.at("devices.where({onl|").suggestions())
                .containsExactly(new Suggestion("online: ", "filter keys", "boolean  Whether it is connected", false));
        assertThat(cloud.at("devices.first().remove({f|").suggestions())
                .containsExactly(
                        new Suggestion("force: ", "options", "boolean  unassign it first if it is assigned", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            devices.where({onl|                     ~ devices.where
            devices.where({online: [|               ~ devices.where
            devices.where|                          ~ devices.where
            print(devices.where({group: 'Li|        ~ devices.where
            print(devices|                          ~ devices
            print(dev|                              ~ print
            print(devices.count(), |                ~ print
            devices.whe|                            ~ -
            devices.map(d => d.rename(|             ~ device.rename
            foo(|                                   ~ -
            """)
    void tellsTheCall(String line, String title) {
        HelpPage call = cloud.at(line).call();
        assertThat(call == null ? "-" : call.title()).isEqualTo(title);
    }

    @Test
    void saysHowOldTheNamesAre() {
        assertThat(cloud.at("groups.get('Li|").note()).isEqualTo("names as of now");
        assertThat(cloud.at("devices.|").note()).isEqualTo("100 of 238; type on  ·  names as of now");
        assertThat(cloud.at("dev|").note()).isNull();
    }
}

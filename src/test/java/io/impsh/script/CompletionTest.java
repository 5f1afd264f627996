package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line each, with {@code |} for the cursor: what stands there after Tab. */
class CompletionTest {
    private static CompletionSession cloud;

    @TempDir
    static Path names;

    @BeforeAll
    static void start() throws InterruptedException {
        cloud = CompletionSession.start(names);
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    private static String completed(String line) {
        return cloud.completed(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    dev|                                            ~ deviceGroups  devices
                    prod|                                           ~ products
                    let x = gro|                                    ~ groups
                    print(con|                                      ~ console  confirm(
                    1 + sle|                                        ~ sleep(
                    if (x) { fil|                                   ~ files
                    xyz|                                            ~ ``
                    mi|                                             ~ mine
                    print(myA|                                      ~ myArray
                    devices.whe|                                    ~ .where(
                    devices.cou|                                    ~ .count()  .countBy(
                    devices?.fir|                                   ~ ?.first(
                    devices.where({online: true}).fi|               ~ .filter(  .first(  .find(
                    devices.where({online: true}).limit(3).assi|    ~ .assignTo(
                    devices.first().gr|                             ~ .groupKind  .group
                    devices.first().group.prod|                     ~ .product  .productionTarget
                    devices.first().group.product.creat|            ~ .createdAt  .creator  .createGroup(
                    devices.where({a: [1, {b: ')'}]}).one().mac|    ~ .macAddress
                    devices.get('x').assignTo('y').onl|             ~ .online
                    devices.all().assignTo('Line 2').app|           ~ .apply(
                    devices.all().assignTo('Line 2').apply().fai|   ~ .failed
                    products.Thermostat.gro|                        ~ .groups
                    products.Thermostat.groups.fin|                 ~ .find(
                    products['Thermo stat'].dev|                    ~ .devices
                    groups.get('Line 1').prod|                      ~ .product  .productionTarget
                    products.cre|                                   ~ .create(
                    products.Thermo|                                ~ ['Thermo stat']  .Thermostat
                    products.Bob|                                   ~ ['Bob\\'s']
                    products.Tr|                                    ~ .Tracker
                    groups.Line|                                    ~ ['Line "3"']  ['Line 1']  ['Line 2']
                    devices.thermo-00|                              ~ ``
                    products['Ther|                                 ~ Thermo stat'  Thermostat'
                    products["Bo|                                   ~ Bob's"
                    products['Bo|                                   ~ Bob\\'s'
                    products['ba|                                   ~ back\\\\slash'
                    groups["Li|                                     ~ Line \\"3\\""  Line 1"  Line 2"
                    groups.get('Line |                              ~ Line "3"'  Line 1'  Line 2'
                    devices.get('thermo-000|                        ~ thermo-0001'  thermo-0002'  thermo-0003'  thermo-0004'  thermo-0005'  thermo-0006'  thermo-0007'  thermo-0008'  thermo-0009'
                    devices.where({group: 'Line 1|                  ~ Line 1'
                    devices.where({online: true, product: "Tr|      ~ Tracker"
                    devices.where({group: ['Line 1', 'Line 2|       ~ Line 2'
                    devices.where({group: ['Line 2|                 ~ Line 2'
                    devices.first().assignTo('Line 2|               ~ Line 2'
                    groups.get('Line 1').reassignTo('Line 2|        ~ Line 2'
                    run('bulk|                                      ~ bulk-reassign'
                    run("rel|                                       ~ release"
                    deploy|                                         ~ deployments
                    builds.get('v1.4|                               ~ v1.4'
                    deployments.RC|                                 ~ .RC1
                    builds['v0|                                     ~ v0.9'
                    builds.where({tag: 'v0|                         ~ v0.9'
                    builds.where({tags: ['RC1', 'v1.3|              ~ v1.3'
                    groups['Line 1'].setMinSupported('v1.0|         ~ v1.0'
                    groups['Line 1'].currentDeployment.copy|        ~ .copyTo(
                    builds.first().copyTo('Line 1|                  ~ Line 1'
                    builds.first().diff('RC|                        ~ RC1'
                    accounts.par|                                   ~ .partner
                    accounts.get('de|                               ~ demo'
                    me.em|                                          ~ .email
                    myDevice.ren|                                   ~ .rename(
                    myQuery.one|                                    ~ .one()
                    files.read|                                     ~ .read(  .readJson(  .readCsv(  .readToml(
                    console.w|                                      ~ .warn(
                    `let s = '${x}'; devices.lim|`                  ~ .limit(
                    `// comment\ndevices.lim|`                      ~ .limit(
                    devices.cou|nt()                                ~ .count()  .countBy(
                    """)
    void offers(String line, String expected) {
        cloud.assertOffered(line.replace("\\n", "\n"), expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// devices.fi|",
                "/* devices.fi|",
                "/* dev| */",
                "`devices.fi|",
                "'devices.fi|",
                "print('hello Li|",
                "/devices.fi|",
                "devices.where({name: /ther|",
                "x = 5 |",
                "5.|",
                "unknown.|",
                "myTrap.|",
                "devices.count.|",
                "devices.where().foo().|",
            })
    void offersNothing(String line) {
        assertThat(completed(line)).isEmpty();
    }

    @Test
    void insideATemplateTheCodeIsCompleted() {
        assertThat(completed("`${devices.lim|")).isEqualTo(".limit(");
    }

    @Test
    void afterADotEverythingIsOffered() {
        assertThat(completed("devices.|"))
                .startsWith(".where(  .filter(  .limit(  .sortBy(  .select(  .all()")
                .doesNotContain("thermo-0001.");
    }

    @Test
    void replacesFromTheWordOrTheDotOrTheQuote() {
        assertThat(cloud.session().complete("print(dev", 9).start()).isEqualTo(6);
        assertThat(cloud.session().complete("products.Thermo", 15).start()).isEqualTo(8);
        assertThat(cloud.session().complete("products['Ther", 14).start()).isEqualTo(10);
    }

    @Test
    void nothingIsAskedForAndNoGetterRuns() {
        int before = cloud.requests();
        for (String line :
                List.of("my|", "myTrap.|", "myTrap.fi|", "myObject.|", "myObject.tr|", "products.|", "me.|")) {
            completed(line);
        }
        assertThat(cloud.show("looked")).isEqualTo("0");
        assertThat(cloud.requests()).isEqualTo(before);
    }

    @Test
    void variablesAreOfferedWithoutBeingRead() {
        cloud.assertOffered(
                "my|",
                "myDevice  myQuery  myArray  myObject  myTruck  myDevices  myText  myDate  myProxy  myProxyArray  myTrap");
    }
}

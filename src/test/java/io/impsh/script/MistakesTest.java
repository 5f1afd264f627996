package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people mistype at a prompt, and what they are told: the message, and what to do next. */
class MistakesTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.start();
        cloud.run("let nothing = null, unset");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devcies                   | devcies is not defined; did you mean devices? |
                    prodcuts.count()          | prodcuts is not defined; did you mean products? |
                    devices.lenght            | devices has no member and no device 'lenght' | a lazy query has no length; count() asks the service
                    devices.Where({})         | devices has no member and no device 'Where'; did you mean where? | devices.get('Where') looks for it
                    devices.first().Name      | a device has no property 'Name'; did you mean name? |
                    device.first()            | device is not defined; did you mean devices? |
                    nothin.x                  | nothin is not defined; did you mean nothing? |
                    Jason.parse('1')          | Jason is not defined; did you mean JSON? |
                    `{ let found = 1; fuond }` | fuond is not defined; did you mean found? |
                    xyzzyplugh                | xyzzyplugh is not defined |
                    require('fs')             | require is not defined | there are no modules here; load('file.js') evaluates a file
                    fetch('http://a.example') | fetch is not defined | scripts reach no network but the cloud; help() lists what there is
                    setTimeout(() => 1, 100)  | setTimeout is not defined | calls are synchronous here: sleep(seconds) waits
                    process.exit(1)           | process is not defined | exit(code) ends a script, args has its arguments
                    devices.get(thermo-0001)  | thermo is not defined | a name stands in quotes: devices.get('thermo-0001')
                    """)
    void namesThatAreNotThere(String input, String message, String hint) {
        assertTold(input, message, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devices.first().nam            | a device has no property 'nam'; did you mean name? |
                    devices.map(d => d.nam)        | a device has no property 'nam'; did you mean name? |
                    devices.foreach(d => 1)        | devices has no member and no device 'foreach'; did you mean forEach? | devices.get('foreach') looks for it
                    console.lgo(1)                 | a console has no property 'lgo'; did you mean log? |
                    devices.where({onlin: true}).x | devices have no 'onlin' to filter by; did you mean online? | KEYS
                    groups.get('Line 1').deploy({devicefile: 'x'}) | deploy has no option 'devicefile'; did you mean deviceFile? | options: deviceFile, deviceCode, agentFile, agentCode, description, origin, tags, flagged
                    devices.limit('x')             | limit: most must be a number, not 'x' | usage: limit(most)
                    devices.first().name = 'x'     | entities are read-only here; use rename('x') |
                    [1, 2].mpa(x => x)             | [1, 2].mpa is not a function; did you mean map? |
                    'abc'.toUpper()                | 'abc'.toUpper is not a function; did you mean toUpperCase? |
                    Math.flor(1.5)                 | Math.flor is not a function; did you mean floor? |
                    devices.first(2).where({})     | devices.first(2).where is not a function | where() belongs to queries such as devices.where({…}), not to arrays and other values
                    devices()                      | devices is not a function | without the brackets it is what you want: devices
                    new devices                    | new makes nothing of devices | things of the cloud are made with create, as in products.create({name: 'Doorbell'})
                    devices.where({name: 'zzz'}).first().name | first() found nothing: it returned null, which has no 'name' | ?. goes on only where something was found: devices.where({name: 'zzz'}).first()?.name
                    devices.find('nope').rename('x') | find('nope') found nothing: it returned null, which has no 'rename' | ?. goes on only where something was found: devices.find('nope')?.rename
                    devices.where({group: null}).first().group.name | group is null, so it has no 'name' | ?. goes on only where there is something: devices.where({group: null}).first().group?.name
                    nothing.name                   | nothing is null, so it has no 'name' | ?. goes on only where there is something: nothing?.name
                    unset.name                     | unset is undefined, so it has no 'name' | ?. goes on only where there is something: unset?.name
                    null.name                      | null has no 'name' |
                    """)
    void membersThatAreNotThere(String input, String message, String hint) {
        String keys = "keys: " + String.join(", ", EntityKinds.DEVICE.whereKeys());
        assertTold(input, message, hint == null ? null : hint.replace("KEYS", keys));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    await devices.count()           | await is not needed here | calls are synchronous here: leave out await, as in devices.count()
                    const n = await devices.count() | await is not needed here | calls are synchronous here: leave out await, as in const n = devices.count()
                    devices.count().then(n => n)    | devices.count() is no promise: it has no then() | calls are synchronous here and return the value itself: const x = devices.count()
                    devices.first().then(d => d)    | devices.first() is no promise: it has no then() | calls are synchronous here and return the value itself: const x = devices.first()
                    """)
    void callsAreSynchronous(String input, String message, String hint) {
        assertTold(input, message, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devices.get(“thermo-0001”)   | SyntaxError: “ (U+201C) is no quotation mark of JavaScript | type straight ones: devices.get('thermo-0001')
                    devices.limit(5 – 2)         | SyntaxError: – (U+2013) is no minus sign of JavaScript | type a hyphen: devices.limit(5 - 2)
                    devices.get('thermo-0001)    | SyntaxError: a string has no closing quote | a string ends on its line with the quote it begins with; \\' is a quote inside
                    groups.get(Line 1)           | SyntaxError: Expected , but found 1 | a name stands in quotes: groups.get('Line 1')
                    groups.get('Line 1'))        | SyntaxError: Expected ; but found ) | no bracket is open that this ) could close
                    products.Thermo stat         | SyntaxError: Expected ; but found stat | a name with blanks stands in brackets: products['Thermo stat']
                    devices.where(online: true)  | SyntaxError: Expected , but found : | options stand in braces: where({online: true})
                    devices.where({online: true) | SyntaxError: Expected , but found ) | the { in column 15 is still open
                    devices.where({online = true}) | SyntaxError: Invalid shorthand property name initializer in object literal | inside { } a value follows a colon: {key: value}
                    if (true                     | SyntaxError: Expected ) but the text ends here | the ( in column 4 is still open
                    for d in devices             | SyntaxError: Expected ( but found d | for (const d of devices) { … }
                    let devices = 1              | 'devices' is a built-in name | choose another name, for example myDevices
                    """)
    void textsThatCannotBeRead(String input, String message, String hint) {
        assertTold(input, message, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ls                  | type devices, groups, products or builds to list them
                    show devices        | type devices alone to list them
                    list groups         | type groups alone to list them
                    devices list        | type devices alone to list them
                    devices count       | a call has a dot and brackets: devices.count()
                    count devices       | a call has a dot and brackets: devices.count()
                    impt device list    | impt device is devices here: help(devices) tells what it can do
                    impt dg create      | impt dg is groups here: help(groups) tells what it can do
                    impsh devices       | this is impsh already: type the expression alone
                    login               | that is a command of the prompt: type .login
                    clear               | that is a command of the prompt: type .clear
                    unlock 15m          | that is a command of the prompt: type .unlock 15m
                    bye                 | exit, or Ctrl-D, leaves
                    help devices        | a function has its arguments in brackets: help(devices)
                    print devices       | a function has its arguments in brackets: print(devices)
                    run bulk-reassign   | run takes the name and the parameters: run('bulk-reassign', {…})
                    load setup.js       | type .load setup.js, or load('setup.js')
                    cat notes.txt       | files.read('notes.txt') gives the text of a file
                    cd ..               | files are named relative to the folder in which impsh was started
                    whoami              | me is your own account
                    ?                   | help() lists what there is, .help the commands of the prompt
                    select * from devices | devices.where({online: true}).select('name', 'group') chooses rows and columns
                    sudo reboot         | this is JavaScript, not the system's shell; help() lists what there is
                    """)
    void commandsOfOtherPlaces(String input, String hint) {
        assertThat(cloud.thrown(input).hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    list.map(x => x)   | list is not defined
                    `let a = 1\\nlet b = get`   | get is not defined
                    """)
    void codeIsNotTakenForACommand(String input, String message) {
        assertThat(cloud.thrown(input.replace("\\n", "\n")).getMessage()).startsWith(message);
        assertThat(cloud.thrown(input.replace("\\n", "\n")).hint()).isNull();
    }

    private static void assertTold(String input, String message, String hint) {
        var failure = cloud.thrown(input);
        assertThat(failure.getMessage()).isEqualTo(message);
        assertThat(failure.hint()).isEqualTo(hint);
    }
}

package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import io.impsh.script.LogLine;
import io.impsh.script.LogLook;
import io.impsh.script.LogTemplate;
import io.impsh.script.Shown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogPrinterTest {
    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00.007Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Europe/Berlin"));
    private static final String NOON_THERE = "12:00:00.007 ";

    private Screen screen = Printed.TERMINAL;
    private LogPrinter printer = new LogPrinter(() -> OutputFormat.TABLE, () -> screen, CLOCK);

    private static LogLine line(String device, String type, String message) {
        return new LogLine(new LogEntry("id-" + device, NOON, "development", type, message), device);
    }

    private static LogLine line(String device, String message) {
        return line(device, "server.log", message);
    }

    private static LogLine looking(LogLook look, LogLine line) {
        return new LogLine(line.entry(), line.deviceName(), look);
    }

    private String text(LogLine... lines) {
        return printer.text(new Shown.LogLines(Arrays.asList(lines), true, true));
    }

    @Test
    void theColumnOfNamesOnlyGrows() {
        assertThat(text(line("a", "1"), line("abcd", "2")))
                .isEqualTo(NOON_THERE + "a    server.log    1\n" + NOON_THERE + "abcd server.log    2\n");
        assertThat(text(line("b", "3"))).isEqualTo(NOON_THERE + "b    server.log    3\n");
        assertThat(text(line("n".repeat(30), "4"), line("a", "5")))
                .isEqualTo(NOON_THERE + "n".repeat(23) + "… server.log    4\n" + NOON_THERE + "a" + " ".repeat(24)
                        + "server.log    5\n");
    }

    @Test
    void namesTakeNoMoreThanAThirdOfTheScreen() {
        screen = Printed.wide(40);
        assertThat(text(line("thermo-0001-hall", "1"), line("漢字漢字漢字漢字", "agent.error", "2")))
                .isEqualTo(NOON_THERE + "thermo-0001-… server.log  1\n" + NOON_THERE + "漢字漢字漢字… agent.error  2\n");
        screen = Printed.wide(200);
        assertThat(text(line("a", "2"))).isEqualTo(NOON_THERE + "a" + " ".repeat(16) + "server.log    2\n");
    }

    @Test
    void inAFileNamesAreWholeAndTheDayIsTold() {
        screen = Printed.PIPE;
        assertThat(text(line("n".repeat(30), "1"), line("a", "2")))
                .isEqualTo("2026-11-22 " + NOON_THERE + "n".repeat(30) + " server.log    1\n2026-11-22 " + NOON_THERE
                        + "a" + " ".repeat(24) + "server.log    2\n");
    }

    @Test
    void theDayIsToldOfLinesThatAreNotRecent() {
        LogEntry old = new LogEntry("d", NOON.minusSeconds(86_400), "development", "server.log", "old");
        LogEntry night = new LogEntry("d", NOON.minusSeconds(11 * 3600), "development", "server.log", "night");
        LogEntry never = new LogEntry("d", null, "development", "server.log", "never");
        assertThat(text(new LogLine(old, "d"), new LogLine(night, "d"), new LogLine(never, "d")))
                .isEqualTo("2026-11-21 12:00:00.007 d server.log    old\n"
                        + "01:00:00.007 d server.log    night\n"
                        + "--:--:--.--- d server.log    never\n");
    }

    @Test
    void theLinesOfAStackStandBelowTheirError() {
        LogLine[] lines = {
            line("a", "server.error", "ERROR: the index 'foo' does not exist"),
            line("a", "server.error", "ERROR:   at main:12"),
            line("a", "server.error", "ERROR:   from lib:3"),
            line("b", "server.error", "ERROR:   at main:12"),
            line("b", "server.log", "ERROR:   at main:12")
        };
        assertThat(text(lines))
                .isEqualTo(NOON_THERE + "a server.error  ERROR: the index 'foo' does not exist\n"
                        + " ".repeat(29) + "at main:12\n"
                        + " ".repeat(29) + "from lib:3\n"
                        + NOON_THERE + "b server.error  ERROR:   at main:12\n"
                        + NOON_THERE + "b server.log    ERROR:   at main:12\n");
        screen = Printed.wide(40);
        assertThat(text(lines)).contains("does not exist\n    at main:12\n    from lib:3\n");
    }

    @Test
    void inAFileEachLineSaysWhoseItIs() {
        screen = Printed.PIPE;
        assertThat(text(line("a", "server.error", "ERROR: x"), line("a", "server.error", "ERROR:   at main:12")))
                .endsWith(NOON_THERE + "a server.error  ERROR:   at main:12\n");
    }

    @Test
    void errorsStandOutAndADeviceKeepsItsColour() {
        screen = Printed.COLOURS;
        String grey = "\u001b[90m12:00:00.007\u001b[0m ";
        String own = "\u001b[" + LogNames.colourOf("id-a", screen.theme()).toAnsi() + "ma\u001b[0m ";
        assertThat(text(line("a", "1"), line("a", "agent.error", "2"), line("a", "lastexitcode", "3")))
                .isEqualTo(grey + own + "server.log    1\n"
                        + grey + own + "\u001b[31magent.error\u001b[0m   \u001b[31m2\u001b[0m\n"
                        + grey + own + "\u001b[33mlastexitcode\u001b[0m  \u001b[33m3\u001b[0m\n");
    }

    @Test
    void matchesAreMarkedWhereThereAreColours() {
        LogLook look = new LogLook(null, null, Pattern.compile("t\\w+=|\u001b"));
        LogLine line = looking(look, line("a", "now temp=21 \u001b[2J"));
        assertThat(text(line)).isEqualTo(NOON_THERE + "a server.log    now temp=21 \\x1b[2J\n");
        screen = Printed.COLOURS;
        assertThat(text(line)).endsWith("server.log    now \u001b[7mtemp=\u001b[0m21 \u001b[90m\\x1b\u001b[0m[2J\n");
    }

    @Test
    void aPatternThatIsTooMuchForJavaMarksNothing() {
        screen = Printed.COLOURS;
        LogLook look = new LogLook(null, null, Pattern.compile("(a|b)*c"));
        assertThat(text(looking(look, line("a", "ab".repeat(1_999))))).endsWith("    " + "ab".repeat(1_999) + "\n");
    }

    @Test
    void whatIsForeignIsShownAndSteersNothing() {
        String hostile =
                "\u001b]52;c;AAAA\u0007\u001b]0;title\u001b\\\r\n\t\u0000\u009b2J\u202ex\u2066\ud800\ufeff\u200b\u2028\ufffd";
        String shown =
                "\\x1b]52;c;AAAA\\x07\\x1b]0;title\\x1b\\\\r\\n\\t\\x00\\x9b2J\\u202ex\\u2066\\ud800\\ufeff\\u200b\\u2028\ufffd";
        LogLine line = line("\u001bd\u202e", "\u001bt\r", hostile);
        assertThat(text(line)).isEqualTo(NOON_THERE + "\\x1bd\\u202e \\x1bt\\r       " + shown + "\n");
        LogTemplate template = new LogTemplate(List.of("\u001b[2J\t", "device", "|", "type", "\r", "message", ""));
        LogLine templated = looking(new LogLook(LogLook.Format.TEMPLATE, template, null), line);
        assertThat(text(templated)).isEqualTo("\\x1b[2J\\t\\x1bd\\u202e|\\x1bt\\r\\r" + shown + "\n");
        screen = Printed.PIPE;
        assertThat(text(line)).endsWith(shown + "\n");
        assertThat(text(templated)).isEqualTo("\\x1b[2J\t\\x1bd\\u202e|\\x1bt\\r\\r" + shown + "\n");
    }

    @Test
    void onAScreenAVeryLongMessageIsCutAndItsLengthTold() {
        String message = "x".repeat(3_999) + "\ud83d\ude00" + "y".repeat(1_044_575);
        assertThat(text(line("a", message)))
                .isEqualTo(NOON_THERE + "a server.log    " + "x".repeat(3_999) + "… (1,048,576 characters)\n");
        LogLook json = new LogLook(LogLook.Format.JSON, null, null);
        assertThat(text(looking(json, line("a", message)))).endsWith("x… (1,048,576 characters)\"}\n");
        screen = Printed.PIPE;
        assertThat(text(line("a", message))).endsWith(" " + message + "\n");
        assertThat(text(looking(json, line("a", message)))).endsWith("\"" + message + "\"}\n");
    }

    @Test
    void aStreamsOwnFormatCountsWhateverTheOthersHave() {
        LogTemplate template = new LogTemplate(List.of("", "time", " ", "deviceId", " ", "message", "!"));
        LogLine[] lines = {
            looking(new LogLook(LogLook.Format.JSON, null, null), line("a", "1")),
            looking(new LogLook(LogLook.Format.TEMPLATE, template, null), line("a", "2")),
            looking(new LogLook(LogLook.Format.TEXT, null, null), line("a", "3")),
            line("a", "x,\"y\"")
        };
        String json =
                "{\"time\":\"2026-11-22T11:00:00.007Z\",\"device\":{\"id\":\"id-a\",\"type\":\"device\",\"name\":\"a\"},"
                        + "\"type\":\"server.log\",\"logType\":\"development\",\"message\":";
        String common = json + "\"1\"}\n" + NOON_THERE + "id-a 2!\n" + NOON_THERE + "a server.log    3\n";
        assertThat(text(lines)).isEqualTo(common + NOON_THERE + "a server.log    x,\"y\"\n");
        printer = new LogPrinter(() -> OutputFormat.NDJSON, () -> screen, CLOCK);
        assertThat(text(lines)).isEqualTo(common + json + "\"x,\\\"y\\\"\"}\n");
        printer = new LogPrinter(() -> OutputFormat.CSV, () -> screen, CLOCK);
        String record = "2026-11-22T11:00:00.007Z,a,id-a,server.log,\"x,\"\"y\"\"\"\n";
        assertThat(text(lines)).isEqualTo(common + "time,device,deviceId,type,message\n" + record);
        assertThat(text(lines)).isEqualTo(common + record);
    }

    @Test
    void linesByThemselvesHaveTheirDayOrNot() {
        LogEntry old = new LogEntry("d", NOON.minusSeconds(86_400), "development", "server.log", "old");
        Shown.LogLines shown = new Shown.LogLines(List.of(new LogLine(old, "d"), line("d", "new")), false, false);
        assertThat(LogText.of(shown, screen, CLOCK.getZone(), NOON))
                .isEqualTo("2026-11-21 12:00:00.007 server.log    old\n2026-11-22 12:00:00.007 server.log    new\n");
    }
}

package io.impsh.script;

import io.impsh.api.RecordedWrite;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A write that a dry run held back, as a line to read: of a long list of devices only the first ones. */
final class WriteLine {
    private static final int SHOWN = 3;
    private static final String DEVICE = "\\{\"type\":\"device\",\"id\":\"[^\"]*\"}";
    private static final Pattern LONG_LIST =
            Pattern.compile("((?:" + DEVICE + ",){" + SHOWN + "})(" + DEVICE + "(?:," + DEVICE + ")*+)");
    private static final Pattern ONE = Pattern.compile(DEVICE);

    private WriteLine() {}

    static String of(RecordedWrite write) {
        String line = write.method() + " " + write.path();
        String sent = write.body() == null ? line : line + " " + shortened(write.body());
        return write.created() == null ? sent : sent + " → " + write.created();
    }

    private static String shortened(String body) {
        Matcher list = LONG_LIST.matcher(body);
        if (!list.find()) {
            return body;
        }
        long more = ONE.matcher(list.group(2)).results().count();
        return body.substring(0, list.end(1)) + " … and " + more + " more" + body.substring(list.end());
    }
}

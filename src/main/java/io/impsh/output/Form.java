package io.impsh.output;

import io.impsh.script.Shown;
import java.io.IOException;

/** One way to write results. */
interface Form {
    /** @param shown anything but nothing */
    void write(Shown shown, Appendable out, Screen screen) throws IOException;
}

package io.impsh.cli;

import io.impsh.output.LocaleCharset;
import io.impsh.output.Screen;
import io.impsh.output.Theme;
import io.impsh.profile.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The terminal on which results of a program are seen, looked at when the first of them is printed. */
final class BatchScreen implements Supplier<Screen> {
    private static final int USUAL_WIDTH = 80;

    private final Map<String, String> environment;
    private final Settings.Color color;
    private Screen screen;

    private BatchScreen(Map<String, String> environment, Settings.Color color) {
        this.environment = environment;
        this.color = color;
    }

    static Supplier<Screen> of(boolean terminal, CommandContext context) {
        Settings.Color color = context.options().color();
        if (terminal) {
            return new BatchScreen(context.environment(), color);
        }
        return color == Settings.Color.ALWAYS ? () -> new Screen(0, true, true, false) : Screen::plain;
    }

    @Override
    public synchronized Screen get() {
        if (screen == null) {
            screen = new Screen(width(), colour(), LocaleCharset.isUnicode(environment, false), false, theme());
        }
        return screen;
    }

    private boolean colour() {
        if (color != Settings.Color.AUTO) {
            return color == Settings.Color.ALWAYS;
        }
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    private Theme theme() {
        return Theme.of(Theme.Background.of(environment.getOrDefault("COLORFGBG", "")));
    }

    private int width() {
        String told = environment.getOrDefault("COLUMNS", "");
        int width = told.matches("\\d{1,4}") ? Integer.parseInt(told) : columnsOfTerminal();
        return width > 0 ? width : USUAL_WIDTH;
    }

    /** The tool answers in milliseconds; a terminal library would take a tenth of a second to load. */
    private static int columnsOfTerminal() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/tty")))
                    .start();
            String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor(1, TimeUnit.SECONDS);
            return size.matches("\\d+ \\d{1,4}") ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
        } catch (IOException noSuchTool) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}

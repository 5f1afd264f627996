package io.impsh.cli;

import java.util.ArrayList;
import java.util.List;

/** How an editor is told of the declarations, for the help of {@code impsh types}. */
final class EditorSetup {
    /**
     * Each script is a file of its own, so that two may use one name; the language is the engine's, without anything of a
     * browser; and what may be null need not be asked each time.
     */
    static final String TSCONFIG = """
            {
              "compilerOptions": {
                "allowJs": true,
                "checkJs": true,
                "noEmit": true,
                "strict": false,
                "target": "ES2024",
                "lib": ["ES2024", "ESNext.Collection", "ESNext.Iterator"],
                "types": [],
                "moduleDetection": "force"
              },
              "include": ["impsh.d.ts", "**/*.js"]
            }
            """;

    private EditorSetup() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "For an editor that completes and checks scripts, such as VS Code, in their folder:",
                "  impsh types > impsh.d.ts",
                "and beside that file one more, tsconfig.json:"));
        TSCONFIG.lines().forEach(line -> lines.add("  " + line));
        lines.add("Without an editor, npx -p typescript tsc checks all of them.");
        return lines;
    }
}

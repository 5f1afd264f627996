package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.TypeDeclarations;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code impsh types}. */
class TypesCommandTest {
    @TempDir
    Path home;

    @Test
    void printsTheDeclarationsAndNothingElse() {
        assertThat(CommandLineRun.of(home, "", "types")).isEqualTo(new CommandLineRun(0, TypeDeclarations.text(), ""));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void itsHelpTellsHowAnEditorIsSetUp() {
        String help = CommandLineRun.of(home, "", "types", "--help").out();

        assertThat(help).startsWith("""
                Usage: impsh types [options]

                Print the script API as TypeScript declarations, for editors.
                """);
        assertThat(help).endsWith("""

                For an editor that completes and checks scripts, such as VS Code, in their folder:
                  impsh types > impsh.d.ts
                and beside that file one more, tsconfig.json:
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
                Without an editor, npx -p typescript tsc checks all of them.
                """);
    }

    @Test
    void theDocumentedSetUpIsTheSame() throws IOException {
        assertThat(Path.of("docs/library.md")).content().contains("```json\n" + EditorSetup.TSCONFIG + "```\n");
    }
}

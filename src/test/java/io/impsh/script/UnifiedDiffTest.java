package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnifiedDiffTest {
    @Test
    void sameTextsHaveNone() {
        assertThat(diff("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(diff("", "")).isEmpty();
    }

    @Test
    void aLineIsChanged() {
        assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("""
                        --- left
                        +++ right
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8""");
    }

    @Test
    void everythingIsOther() {
        assertThat(diff("a\nb\n", "c\n")).isEqualTo("""
                --- left
                +++ right
                @@ -1,2 +1,1 @@
                -a
                -b
                +c""");
    }

    @Test
    void whatIsMissingAltogether() {
        assertThat(diff("", "a\n")).isEqualTo("""
                --- left
                +++ right
                @@ -0,0 +1,1 @@
                +a""");
    }

    @Test
    void theEndOfTheLastLineCounts() {
        assertThat(diff("a\nb", "a\nb\n")).isEqualTo("""
                --- left
                +++ right
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +b""");
    }

    @Test
    void soDoOtherLineEnds() {
        assertThat(diff("a\r\n", "a\n")).isEqualTo("--- left\n+++ right\n@@ -1,1 +1,1 @@\n-a\r\n+a");
    }

    @Test
    @Timeout(60)
    void megabytesOfOtherCodeCountAsReplaced() {
        String left = lines(300_000, i -> "left " + i);
        String right = lines(300_000, i -> "right " + i);

        assertThat(UnifiedDiff.of("left", left, "right", right)).hasSize(600_003);
    }

    @Test
    @Timeout(60)
    void aFewChangesInMegabytesAreFound() {
        Random random = new Random(1);
        List<Integer> changed = IntStream.range(0, 500)
                .map(i -> random.nextInt(300_000))
                .sorted()
                .distinct()
                .boxed()
                .toList();
        String left = lines(300_000, i -> i % 3 == 0 ? "}" : "line " + i);
        String right = lines(300_000, i -> changed.contains(i) ? "other " + i : i % 3 == 0 ? "}" : "line " + i);

        List<String> diff = UnifiedDiff.of("left", left, "right", right);

        assertThat(diff.stream().filter(line -> line.startsWith("+other"))).hasSize(changed.size());
        assertThat(diff.stream().filter(line -> line.startsWith("-") && !line.startsWith("---")))
                .hasSize(changed.size());
    }

    private static String diff(String left, String right) {
        return String.join("\n", UnifiedDiff.of("left", left, "right", right));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}

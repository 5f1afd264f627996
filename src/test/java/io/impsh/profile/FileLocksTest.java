package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.Cancellation;
import io.impsh.api.CancelledException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileLocksTest {
    @TempDir
    private Path folder;

    @Test
    void whoWaitsTooLongIsTold() throws Exception {
        Path file = folder.resolve("credentials.json");
        whileHeld(file, () -> assertThatThrownBy(
                        () -> locks(Duration.ofMillis(100)).during(file, Cancellation.none(), () -> "done"))
                .hasMessage("another impsh has been busy with the login in " + file + " for 0 s")
                .extracting("code")
                .isEqualTo("CREDENTIALS_BUSY"));
        assertThat(locks(Duration.ZERO).during(file, Cancellation.none(), () -> "done"))
                .isEqualTo("done");
    }

    @Test
    void waitingCanBeCancelled() throws Exception {
        Path file = folder.resolve("credentials.json");
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        whileHeld(file, () -> assertThatThrownBy(
                        () -> locks(Duration.ofMinutes(5)).during(file, cancelled, () -> "done"))
                .isInstanceOf(CancelledException.class));
    }

    @Test
    void otherFilesAreFree() throws Exception {
        whileHeld(folder.resolve("a"), () -> assertThat(
                        locks(Duration.ZERO).during(folder.resolve("b"), Cancellation.none(), () -> "done"))
                .isEqualTo("done"));
    }

    @Test
    void withoutAFolderForThemThereAreNone() {
        FileLocks none = new FileLocks(Optional::empty, Duration.ZERO);
        String inner =
                none.during(folder, Cancellation.none(), () -> none.during(folder, Cancellation.none(), () -> "done"));
        assertThat(inner).isEqualTo("done");
    }

    private void whileHeld(Path file, Runnable check) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch checked = new CountDownLatch(1);
        Thread holder = new Thread(() -> locks(Duration.ZERO).during(file, Cancellation.none(), () -> {
            held.countDown();
            await(checked);
            return null;
        }));
        holder.start();
        held.await();
        try {
            check.run();
        } finally {
            checked.countDown();
            holder.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private FileLocks locks(Duration patience) {
        return new FileLocks(() -> Optional.of(folder), patience);
    }
}

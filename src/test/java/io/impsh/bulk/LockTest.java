package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.JournalledPlan.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
    @TempDir
    private Path state;

    @Test
    void whileAPlanIsAppliedItIsRunningAndNobodyElseCanApplyIt() {
        Shop shop = new Shop(state);
        Plan plan = shop.move(2);
        List<String> meanwhile = new ArrayList<>();
        shop.cloud.trouble = (batch, carryOut) -> {
            shop.cloud.trouble = null;
            meanwhile.add(shop.journalled(plan).status().toString());
            meanwhile.add(Shop.refusal(() -> shop.apply(plan)));
            meanwhile.add(Shop.refusal(() -> shop.resume(plan)));
            meanwhile.add(Shop.refusal(() -> shop.planner().undo(shop.journalled(plan))));
            meanwhile.add(shop.journals().list().get(0).status().toString());
            return null;
        };
        assertThat(text(shop.apply(plan))).isEqualTo("DONE=2");
        String busy = "PLAN_BUSY: plan " + plan.id()
                + " is being applied at this moment, by this or another impsh (wait until "
                + "that one has ended; plans.show('" + plan.id() + "') tells how far it is)";
        assertThat(meanwhile).containsExactly("RUNNING", busy, busy, busy, "RUNNING");
        assertThat(shop.journalled(plan).status()).isEqualTo(Status.COMPLETE);
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws IOException, InterruptedException {
        Shop shop = new Shop(state);
        Plan plan = shop.move(2);
        shop.control.stopStarting();
        shop.apply(plan);
        shop.control = new ApplyControl();
        Path lock = shop.folder.resolve(plan.id() + ".lock");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThat(PlanLock.isTaken(lock)).isTrue();
            assertThat(Shop.refusal(() -> shop.resume(plan))).startsWith("PLAN_BUSY: ");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=2");
    }

    /** Another program. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.println("held");
                System.in.read();
            }
        }
    }
}

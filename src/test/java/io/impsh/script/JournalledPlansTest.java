package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.CancelledException;
import io.impsh.sandbox.SandboxOptions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts do with plans that were applied. */
class JournalledPlansTest {
    private static final String MOVE = "devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')";

    private final SandboxSession cloud = SandboxSession.with()
            .sandbox(SandboxOptions.defaults().withoutRateLimit())
            .start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void thereAreNoneAtFirst() {
        assertThat(cloud.show("plans.list()")).isEqualTo("[]");
        assertThat(cloud.failure("plans.show('7f3a12')"))
                .isEqualTo("NO_SUCH_PLAN: no plan '7f3a12' was applied here\nno plan has been applied here yet");
        assertThat(cloud.failure("plans.show(5)"))
                .isEqualTo("USAGE: show: id must be a string, not 5\nusage: show(id)");
    }

    @Test
    void theNewestIsFirst() {
        String ids = cloud.show(
                        "let ids = [" + MOVE + ", devices.limit(1).rename(d => 'x')].map(p => p.apply().id); ids")
                .replaceAll("[\\[\\]']", "");
        String[] id = ids.split(", ");
        assertThat(cloud.show("plans.list()").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T"))
                .isEqualTo("""
                        id | title | status | begunAt | counts | who
                        %s | rename 1 device | complete | T | 1 done | operator
                        %s | move 3 devices | complete | T | 3 done | operator""".formatted(id[1], id[0]));
        assertThat(cloud.show("plans.list().map(p => p.id).join() == ids.reverse().join()"))
                .isEqualTo("true");
    }

    @Test
    void oneTellsWhatCameOfIt() {
        cloud.run("let r = " + MOVE + ".apply(); let p = plans.show(r.id)");
        assertThat(cloud.show("p")).isEqualTo("journalled plan: move 3 devices, complete");
        assertThat(cloud.show("p.id == r.id && `${p}` == `plan ${r.id}: move 3 devices`"))
                .isEqualTo("true");
        assertThat(cloud.show("[p.title, p.status, p.who, p.profile, p.program]"))
                .isEqualTo("['move 3 devices', 'complete', 'operator', 'sandbox', 'impsh 0']");
        assertThat(cloud.show("p.endpoint == profile.endpoint && p.begunAt <= p.endedAt"))
                .isEqualTo("true");
        assertThat(cloud.show("p.counts")).isEqualTo("{done: 3, failed: 0, stale: 0, skipped: 0, unknown: 0, left: 0}");
        assertThat(cloud.show("p.items[0]"))
                .isEqualTo("{name: 'thermo-0001', id: '23d6824e2ef3fc17', from: 'Line 1', action: 'assign',"
                        + " to: 'Line 2', outcome: 'done', reason: null}");
        assertThat(cloud.show("Object.keys(JSON.parse(JSON.stringify(p)))"))
                .isEqualTo("['id', 'title', 'status', 'begunAt', 'endedAt', 'who', 'profile', 'program', 'endpoint',"
                        + " 'counts', 'items']");
    }

    @Test
    void whatWasStoppedIsGoneOnWith() {
        stoppedAfterTheFirstAnswer();
        String left = cloud.show("plans.list()[0].counts.left");
        assertThat(cloud.show("plans.list()[0].status")).isEqualTo("stopped");
        assertThat(Integer.parseInt(left)).isPositive();
        assertThat(cloud.show("plans.show(plans.list()[0].id).items.filter(i => i.outcome === null).length"))
                .isEqualTo(left);

        cloud.io.lines.clear();
        assertThat(cloud.show("let r = plans.resume(plans.list()[0].id); r")).isEqualTo("report: 75 done");
        assertThat(cloud.io.lines)
                .containsExactly("? " + left + " of 75 are left: " + left + " devices get another name. Go on?");
        assertThat(cloud.show("devices.where({name: /^unit /}).count()")).isEqualTo("75");
        assertThat(cloud.show("plans.list().map(p => p.status)")).isEqualTo("['complete']");
        assertThat(cloud.failure("plans.list()[0].resume()")).startsWith("PLAN_COMPLETE: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {waves: 5}      | USAGE: resume: waves must be a list such as [1, '5%', '100%'], not 5
            {maxFailure: 5} | USAGE: resume has no option 'maxFailure'; did you mean maxFailures?
            """)
    void theOptionsOfGoingOnAreThoseOfApply(String options, String failure) {
        cloud.run(MOVE + ".apply()");
        assertThat(cloud.failure("plans.resume(plans.list()[0].id, " + options + ")"))
                .startsWith(failure + "\n");
        assertThat(cloud.failure("plans.list()[0].resume(" + options + ")")).startsWith(failure + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plans.undo(r.id)
            plans.undo(r.id.slice(0, 5))
            r.undo()
            plans.show(r.id).undo()
            """)
    void whatWasDoneIsUndone(String undo) {
        cloud.run("let r = " + MOVE + ".apply()");
        assertThat(cloud.show(undo)).isEqualTo("plan: move 3 devices");
        assertThat(cloud.show(undo + ".apply()")).isEqualTo("report: 3 done");
        assertThat(cloud.sandbox.recount().deviceCount("Line 1")).isEqualTo(75);
        assertThat(cloud.show("plans.list().length")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans.show('", "plans.resume('", "plans.undo('"})
    void tabOffersTheIdsWithoutARequest(String line) {
        String id = cloud.show(MOVE + ".apply().id");
        int before = cloud.sandbox.recount().totalRequests();
        assertThat(cloud.session.complete(line, line.length()).suggestions())
                .extracting(Suggestion::value)
                .containsExactly(id + "'");
        assertThat(cloud.sandbox.recount().totalRequests()).isEqualTo(before);
    }

    @Test
    void aReportWithoutAJournalHasNothingToUndo() {
        cloud.io.saysNo();
        assertThat(cloud.failure(MOVE + ".apply().undo()"))
                .isEqualTo("NOTHING_TO_UNDO: nothing was done, so that there is nothing to undo");
        assertThat(cloud.show("plans.list()")).isEqualTo("[]");
    }

    @Test
    void thoseOfOtherAccountsAreOnlyShownWhenAllAreMeant() {
        cloud.run(MOVE + ".apply()");
        try (SandboxSession other =
                SandboxSession.with().journalsIn(cloud.journalFolder()).start()) {
            assertThat(other.show("plans.list()")).isEqualTo("[]");
            assertThat(other.show("plans.list({all: true}).map(p => p.title)")).isEqualTo("['move 3 devices']");
            assertThat(other.failure("plans.undo(plans.list({all: true})[0].id).apply()"))
                    .startsWith("PLAN_ELSEWHERE: ");
            assertThat(other.failure("plans.list({all: 1})"))
                    .isEqualTo("USAGE: list: all must be true or false, not 1\nusage: list([{all}])");
        }
    }

    private void stoppedAfterTheFirstAnswer() {
        AtomicBoolean stopped = new AtomicBoolean();
        cloud.io.onProgress(() -> {
            if (!stopped.getAndSet(true)) {
                cloud.session.interrupt();
            }
        });
        assertThatThrownBy(() -> cloud.run("devices.where({group: 'Line 1'}).rename(d => 'unit ' + d.id).apply()"))
                .isInstanceOf(CancelledException.class);
        cloud.io.onProgress(() -> {});
    }
}

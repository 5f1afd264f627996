package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with what a script says about how a plan is applied: told before anything is asked or sent. */
class ApplyArgumentsTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.with().devices(20).start();
        cloud.run("let p = devices.where({group: 'Line 1'}).assignTo('Line 2')");
    }

    @AfterAll
    static void close() {
        assertThat(cloud.io.lines).isEmpty();
        assertThat(cloud.sandbox.recount().totalAssignments()).isZero();
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {waves: 5}                      | waves must be a list such as [1, '5%', '100%'], not 5
            {waves: '5%'}                   | waves must be a list such as [1, '5%', '100%'], not '5%'
            {waves: {}}                     | waves must be a list such as [1, '5%', '100%'], not an object
            {waves: [0]}                    | waves must be whole numbers from 1 upwards, and percentages up to '100%', not 0
            {waves: [1, 0.05]}              | waves must be whole numbers from 1 upwards, and percentages up to '100%', not 0.05
            {waves: [1, '5 percent']}       | waves must be whole numbers from 1 upwards, and percentages up to '100%', not '5 percent'
            {waves: ['0%']}                 | waves must be whole numbers from 1 upwards, and percentages up to '100%', not '0%'
            {waves: ['101%']}               | waves must be whole numbers from 1 upwards, and percentages up to '100%', not '101%'
            {waves: [1, null]}              | waves must be whole numbers from 1 upwards, and percentages up to '100%', not null
            {pause: true}                   | pause must be seconds, a duration such as '10m', or 'ask', not true
            {pause: 'aks'}                  | pause must be seconds, a duration such as '10m', or 'ask', not 'aks'
            {pause: -1}                     | pause must be seconds, a duration such as '10m', or 'ask', not -1
            {pause: 1/0}                    | pause must be seconds, a duration such as '10m', or 'ask', not Infinity
            {health: 5}                     | health must be a function of a device, or an object such as {online: '10m', noErrors: '2m'}, not 5
            {health: {}}                    | health must be a function of a device, or an object such as {online: '10m', noErrors: '2m'}, not an object
            {health: /x/}                   | health must be a function of a device, or an object such as {online: '10m', noErrors: '2m'}, not a RegExp
            {health: 'online'}              | health must be a function of a device, or an object such as {online: '10m', noErrors: '2m'}, not 'online'
            {health: {online: true}}        | online must be a duration such as '10m', or seconds, not true
            {health: {online: 0}}           | online must be a duration such as '10m', or seconds, not 0
            {health: {noErrors: 'soon'}}    | noErrors must be a duration such as '10m', or seconds, not 'soon'
            {within: 'soon'}                | within must be a duration such as '10m', or seconds, not 'soon'
            {within: null}                  | within must be a duration such as '10m', or seconds, not null
            {maxFailures: -1}               | maxFailures must be a whole number from 0 upwards, or a share such as '5%', not -1
            {maxFailures: 0.5}              | maxFailures must be a whole number from 0 upwards, or a share such as '5%', not 0.5
            {maxFailures: 0/0}              | maxFailures must be a whole number from 0 upwards, or a share such as '5%', not NaN
            {maxFailures: '5'}              | maxFailures must be a whole number from 0 upwards, or a share such as '5%', not '5'
            {retryUnknown: 'yes'}           | retryUnknown must be true or false, not 'yes'
            {unbondKey: 5}                  | unbondKey must be a string
            """)
    void isToldWhatWasGivenAndWhatIsWanted(String options, String message) {
        assertThat(cloud.failure("p.apply(" + options + ")"))
                .isEqualTo("USAGE: apply: " + message
                        + "\nusage: apply([{waves, pause, health, within, maxFailures, retryUnknown, unbondKey}])");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {wave: [1]}                     | apply has no option 'wave'; did you mean waves?    | options: waves, pause, health, within, maxFailures, retryUnknown, unbondKey
            {health: {onlin: '10m'}}        | apply has no option 'onlin'; did you mean online?  | options: online, noErrors
            {health: {online: undefined}}   | apply: online is undefined                         | leave online out, or give it a value
            {waves: undefined}              | apply: waves is undefined                          | leave waves out, or give it a value
            """)
    void keysThatAreNotKnown(String options, String message, String hint) {
        assertThat(cloud.failure("p.apply(" + options + ")")).isEqualTo("USAGE: " + message + "\n" + hint);
    }
}

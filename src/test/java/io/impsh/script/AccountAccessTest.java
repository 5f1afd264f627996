package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Login keys, refresh tokens and libraries: what hangs on the account itself. */
class AccountAccessTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aLoginKeyIsShownWholeWhenItIsMadeAndNotAgain() {
        cloud.run("let made = loginKeys.create({description: 'cron', password: 'sandbox'})");
        String whole = cloud.show("made.id");
        String shortened = whole.substring(0, 4) + "…";

        assertThat(whole).matches("[0-9a-z]{16}");
        assertThat(cloud.show("loginKeys.get(made.id).id")).isEqualTo(shortened);
        assertThat(cloud.show("loginKeys")).contains(shortened).doesNotContain(whole);
        assertThat(cloud.show("json(loginKeys.get(made.id))"))
                .contains(shortened)
                .doesNotContain(whole);
        assertThat(cloud.show("json(loginKeys.get(made.id).raw)"))
                .contains(shortened)
                .doesNotContain(whole);
        assertThat(cloud.show("`${loginKeys.get(made.id)}`")).isEqualTo(shortened);
        assertThat(cloud.show("loginKeys.get(made.id).reload({reveal: true}).id"))
                .isEqualTo(whole);
        assertThat(cloud.show("made.reload().id")).isEqualTo(shortened);
    }

    @Test
    void aLoginKeyIsFoundByItsIdItsBeginningAndItsDescription() {
        cloud.run("let made = loginKeys.create({description: 'night run', password: 'sandbox'})");

        for (String identifier : new String[] {"made.id", "made.id.slice(0, 4)", "made.id.slice(0, 4) + '…'"}) {
            assertThat(cloud.show("loginKeys.get(" + identifier + ").description"))
                    .as(identifier)
                    .isEqualTo("night run");
        }
        assertThat(cloud.show("loginKeys.get('night run').usages")).isEqualTo("0");
        assertThat(cloud.failure("loginKeys.get('other')"))
                .isEqualTo("NOT_FOUND: no login key has the id 'other'\nloginKeys lists them");
    }

    @Test
    void twoKeysOfOneDescriptionAreToldApartWithoutTheirSecrets() {
        cloud.run("let one = loginKeys.create({description: 'twin', password: 'sandbox'});"
                + " let two = loginKeys.create({description: 'twin', password: 'sandbox'})");
        String first = cloud.show("one.id");
        String second = cloud.show("two.id");

        assertThat(cloud.failure("loginKeys.get('twin')"))
                .isEqualTo("AMBIGUOUS: 2 login keys are called 'twin'\nsay which:\n" + first.substring(0, 4)
                        + "…  twin\n" + second.substring(0, 4) + "…  twin");
    }

    @Test
    void thePasswordIsAskedForUnseenAndSentOnly() {
        cloud.io.types("sandbox");

        cloud.run("loginKeys.create({description: 'asked'}); loginKeys.get('asked').update({description: 'changed'});"
                + " loginKeys.get('changed').remove()");

        assertThat(cloud.show("loginKeys.map(k => k.description)")).isEqualTo("['build server']");
        assertThat(cloud.io.lines)
                .hasSize(4)
                .containsOnlyOnce("? The login key is removed; whatever uses it cannot log in any more. Go on?")
                .contains("? Password of the account");
    }

    @Test
    void aWrongPasswordChangesNothingAndIsNotRepeatedToAnybody() {
        assertThat(cloud.failure("loginKeys.create({password: 'pass-partout'})"))
                .startsWith("FORBIDDEN: cannot create a login key: ")
                .doesNotContain("pass-partout");
        assertThat(cloud.show("loginKeys.map(k => k.description)")).isEqualTo("['build server']");
    }

    @Test
    void withNobodyToAskTheNextStepIsSaid() {
        cloud.io.nobodyIsThere();

        assertThat(cloud.failure("loginKeys.create({description: 'x'})"))
                .isEqualTo(
                        "CONFIRMATION_NEEDED: the account's password is needed for this, and there is nobody to ask\n"
                                + "give {password: params.password}, from a script's parameter of the type secret");
    }

    @Test
    void tenKeysAreTheMost() {
        cloud.run("for (let i = 1; i < 10; i++) loginKeys.create({description: 'k' + i, password: 'sandbox'})");

        assertThat(cloud.failure("loginKeys.create({password: 'sandbox'})"))
                .contains("cannot create a login key: Account Limit Reached");
        assertThat(cloud.show("loginKeys.count()")).isEqualTo("10");
    }

    @Test
    void refreshTokensAreListedShortAndRevoked() {
        assertThat(cloud.show("me.refreshTokens.map(t => t.id.length)")).isEqualTo("[5]");
        assertThat(cloud.show("json(me.refreshTokens.first().raw)")).doesNotContainPattern("[0-9a-f]{64}");
        assertThat(cloud.show("let token = me.refreshTokens.first(); token.revoke(); me.refreshTokens.count()"))
                .isEqualTo("0");
        assertThat(cloud.failure("token.revoke()")).startsWith("NOT_FOUND: cannot revoke a refresh token: ");
        assertThat(cloud.failure("accounts.get('partner').refreshTokens"))
                .isEqualTo("REFUSED: only your own account shows its refresh tokens\nme.refreshTokens");
        assertThat(cloud.show("accounts.get('demo').refreshTokens.count()")).isEqualTo("0");
    }

    @Test
    void librariesAreListed() {
        assertThat(cloud.show("libraries.get('Promise.lib.nut').versions[0]")).startsWith("Promise");
        assertThat(cloud.show("libraries.where({supported: true}).count() > 0")).isEqualTo("true");
        assertThat(cloud.failure("libraries.get('Promise.lib.nu')")).contains("nearest: Promise.lib.nut");
    }

    @Test
    void inADryRunNobodyIsAskedForAPassword() {
        try (SandboxSession dry = SandboxSession.with().dryRun().start()) {
            dry.run("loginKeys.create({description: 'x'})");

            assertThat(dry.io.lines).noneMatch(line -> line.startsWith("?"));
            assertThat(dry.show("loginKeys.map(k => k.description)")).isEqualTo("['build server', 'x']");
        }
    }

    @Test
    void aWrongPasswordIsWhatIsAskedAbout() {
        assertThat(cloud.failure("loginKeys.first().update({description: 'x', password: 'pass-partout'})"))
                .endsWith("\nwas that the account's password? Nothing was changed");
    }
}

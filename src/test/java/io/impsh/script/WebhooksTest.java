package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
    private static final String LINE_1 = "{url: 'https://example.com/line1', event: 'deployment'}";

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
    void aWebhookIsMadeChangedAndRemoved() {
        int before = Integer.parseInt(cloud.show("webhooks.count()"));
        cloud.run("let w = groups.get('Line 1').createWebhook(" + LINE_1 + ")");
        assertThat(cloud.show(
                        "[w.url, w.event, w.contentType, w.group.name, w.product.name, w.owner.name, w.creator.name]"))
                .isEqualTo("['https://example.com/line1', 'deployment', 'application/json', 'Line 1', 'Thermostat',"
                        + " 'demo', 'demo']");
        assertThat(
                        cloud.show(
                                "w.update({url: 'http://10.0.0.1:8080/?a=b', contentType: 'urlencoded'}); webhooks.get(w.id).url"))
                .isEqualTo("http://10.0.0.1:8080/?a=b");
        assertThat(cloud.show("w.reload().contentType")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(cloud.show("webhooks.count()")).isEqualTo(String.valueOf(before + 1));
        assertThat(cloud.show("w.remove()")).isEqualTo("(nothing)");
        assertThat(cloud.io.lines).containsExactly("? The webhook for deployment of Line 1 is removed. Go on?");
        assertThat(cloud.show("webhooks.find(w.id)")).isEqualTo("null");
        assertThat(cloud.show("webhooks.count()")).isEqualTo(String.valueOf(before));
    }

    @Test
    void areFoundByWhatTheyAre() {
        cloud.run("""
                webhooks.create({group: 'Line 1', url: 'https://example.com/a', event: 'deployment', contentType: 'form'});
                webhooks.create({group: groups.get('Tracker dev'), url: 'https://example.com/b', event: 'blinkup'})
                """);
        assertThat(cloud.show("groups.get('Line 1').webhooks.map(w => w.url)")).isEqualTo("['https://example.com/a']");
        assertThat(cloud.show("products.Tracker.webhooks.where({url: /example.com/}).map(w => w.group.name)"))
                .isEqualTo("['Tracker dev']");
        assertThat(cloud.show("webhooks.where({group: 'Line 1', event: 'deployment'}).count()"))
                .isEqualTo("1");
        assertThat(cloud.show("webhooks.where({url: /\\/b$/, product: 'Tracker', owner: 'demo'}).count()"))
                .isEqualTo("1");
        assertThat(cloud.show("webhooks.where({url: /example.com/, contentType: /form/}).count()"))
                .isEqualTo("1");
        assertThat(cloud.show("groups.get('Line 1').webhooks.select('event', 'group', 'url')"))
                .isEqualTo("event | group | url\ndeployment | Line 1 | https://example.com/a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    g.createWebhook({url: 'hook', event: 'deployment'})      | createWebhook: url must be an absolute http or https URL, not 'hook' | usage: createWebhook({url, event, contentType})
                    g.createWebhook({url: 'ftp://a.example/', event: 'deployment'}) | createWebhook: url must be an absolute http or https URL, not 'ftp://a.example/' | usage: createWebhook({url, event, contentType})
                    g.createWebhook({url: 'https://', event: 'deployment'})  | createWebhook: url must be an absolute http or https URL, not 'https://' | usage: createWebhook({url, event, contentType})
                    g.createWebhook({url: 'https://a.example/', event: 'deploy'}) | there is no event 'deploy' | events: blessing, blinkup, deployment
                    g.createWebhook({url: 'https://a.example/'})             | createWebhook needs event: one of blessing, blinkup, deployment | usage: createWebhook({url, event, contentType})
                    g.createWebhook({url: 'https://a.example/', event: 'blinkup', contentType: 'text/plain'}) | createWebhook: contentType must be 'json' or 'form', not 'text/plain' | usage: createWebhook({url, event, contentType})
                    g.createWebhook({url: 'https://a.example/', event: 'blinkup', mime: 'json'}) | createWebhook has no option 'mime' | options: url, event, contentType
                    webhooks.create({url: 'https://a.example/', event: 'blinkup'}) | create needs group: the group whose events it tells | usage: create({group, url, event, contentType})
                    webhooks.first().update({event: 'blinkup'})              | the event of a webhook cannot be changed | make another one with createWebhook({…}), and remove() this one
                    webhooks.first().update({})                              | update was told nothing to change | options: url, contentType
                    webhooks.where({events: 'blinkup'})                      | webhooks have no 'events' to filter by; did you mean event? | keys: id, type, url, event, contentType, groupKind, createdAt, updatedAt, group, product, owner, creator
                    """)
    void wrongOnesAreRefusedBeforeAnythingIsSent(String input, String message, String hint) {
        cloud.run("let g = groups.get('Line 1')");
        assertThat(cloud.failure(input)).isEqualTo("USAGE: " + message + "\n" + hint);
        assertThat(cloud.sandbox.recount().requests("POST", "/webhooks")).isZero();
    }

    @Test
    void haveNoNames() {
        assertThat(cloud.failure("webhooks.get('x')"))
                .isEqualTo("NOT_FOUND: no webhook has the id 'x'\nwebhooks.select('event', 'id') lists them");
        assertThat(cloud.failure("webhooks.names()"))
                .startsWith("NO_PROPERTY: webhooks has no member and no webhook 'names'");
        assertThat(cloud.failure("webhooks.first().url = 'https://a.example/'"))
                .isEqualTo("READ_ONLY_OBJECT: entities are read-only here; use update({url: 'https://a.example/'})");
    }

    @Test
    void aDryRunMakesOneThatCanBeRead() {
        try (SandboxSession dry = SandboxSession.with().dryRun().start()) {
            dry.run("let w = groups.get('Line 1').createWebhook(" + LINE_1 + ")");
            assertThat(dry.show("webhooks.get(w.id).group.name")).isEqualTo("Line 1");
            assertThat(dry.sandbox.recount().requests("POST", "/webhooks")).isZero();
        }
    }
}

package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verbs on queries of builds, groups, products and webhooks. */
class QueryVerbsTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
        cloud.run("""
                let p = products.create({name: 'Scrap'});
                let g = p.createGroup({name: 'Scrap 1'}), h = p.createGroup({name: 'Scrap 2'});
                g.deploy({deviceCode: '// 1', agentCode: '', tags: ['one']});
                g.deploy({deviceCode: '// 2', agentCode: '', tags: ['two']});
                let mine = builds.where({product: 'Scrap'}), both = groups.where({product: 'Scrap'})
                """);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    builds.flag()                      | flag        | builds        | deployments
                    builds.where({}).unflag()          | unflag      | builds        | deployments
                    builds.addTags('x')                | addTags     | builds        | deployments
                    builds.removeTags('x')             | removeTags  | builds        | deployments
                    builds.copyTo('Line 2')            | copyTo      | builds        | deployments
                    builds.remove()                    | remove      | builds        | deployments
                    webhooks.update({url: 'https://x.example/'}) | update | webhooks | webhooks
                    webhooks.remove()                  | remove      | webhooks      | webhooks
                    products.remove()                  | remove      | products      | products
                    """)
    void everythingMustBeSaid(String input, String verb, String plural, String collection) {
        assertThat(cloud.failure(input))
                .isEqualTo("EVERYTHING: " + verb + " would change every one of the " + plural
                        + "\nnarrow it with where({…}), or say " + collection + ".all() if you mean all");
    }

    @Test
    void buildsAreFlaggedTaggedCopiedAndRemoved() {
        assertThat(cloud.show("mine.flag().apply()")).isEqualTo("report: 2 done");
        assertThat(cloud.show("mine.flag()")).isEqualTo("plan: flag no builds");
        assertThat(cloud.show("mine.addTags('RC').items.map(i => [i.action, i.name, i.to].join('; '))"))
                .isEqualTo("['retag; two; two, RC', 'retag; one; one, RC']");
        assertThat(cloud.show("mine.addTags('RC').apply()")).isEqualTo("report: 2 done");
        assertThat(cloud.show("mine.removeTags('RC').apply()")).isEqualTo("report: 2 done");
        assertThat(cloud.show("mine.copyTo('Scrap 2', {all: true}).apply()")).isEqualTo("report: 2 done");
        assertThat(cloud.show("h.reload().currentDeployment.tags")).isEqualTo("['two']");
        assertThat(cloud.show("h.deployments.unflag().apply()")).isEqualTo("report: 2 done");
        assertThat(cloud.show("g.deployments.remove().items.map(i => i.verdict)"))
                .isEqualTo("['refused', 'refused']");
    }

    @Test
    void groupsAreRestartedGivenWebhooksAndRemoved() {
        cloud.run("g.assign(devices.where({group: 'Line 1'}).limit(2)).apply()");
        assertThat(cloud.show("both.restart({conditional: true})")).isEqualTo("plan: restart 2 devices");
        assertThat(cloud.show("both.createWebhook({url: 'https://x.example/', event: 'deployment'}).apply()"))
                .isEqualTo("report: 2 done");
        cloud.run("let hooks = webhooks.where({url: 'https://x.example/'})");
        assertThat(cloud.show("hooks.update({contentType: 'form'}).apply()")).isEqualTo("report: 2 done");
        assertThat(cloud.show("hooks.limit(1).remove().apply()")).isEqualTo("report: 1 done");
        assertThat(cloud.show("both.remove({force: true, builds: true})"))
                .isEqualTo("plan: unassign 2 devices, remove 2 groups, remove 2 builds");
        assertThat(cloud.show("products.where({name: 'Scrap'}).remove({force: true}).apply()"))
                .isEqualTo("report: 5 done");
        assertThat(cloud.show("products.find('Scrap')")).isEqualTo("null");
    }
}

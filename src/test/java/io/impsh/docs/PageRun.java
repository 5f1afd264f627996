package io.impsh.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the blocks of a page in order. What is declared in one is there in the next: scripts share a session, inputs at
 * the prompt share another one until a block starts impsh anew, and all share a folder for files.
 */
final class PageRun implements AutoCloseable {
    private final MarkdownPage page;
    private final ScratchFolder folder;
    private final ShellCommands shell;
    private Conversation scripts;
    private Conversation conversation;

    PageRun(MarkdownPage page, Path folder) throws IOException {
        this.page = page;
        this.folder = new ScratchFolder(Files.createDirectories(folder.resolve("files")));
        this.shell = new ShellCommands(folder.resolve("home"), this.folder);
    }

    void run() throws IOException {
        for (CodeBlock block : page.blocks()) {
            if (block.language().equals(CodeBlock.SCRIPT)) {
                new ScriptBlock(scripts(), block).run();
            } else if (block.language().equals(CodeBlock.TRANSCRIPT)) {
                new TranscriptBlock(this, block).run();
            }
        }
    }

    ShellCommands shell() {
        return shell;
    }

    private Conversation scripts() {
        scripts = scripts == null ? Conversation.quick(folder) : scripts;
        return scripts;
    }

    void beginConversation() {
        end(conversation);
        conversation = Conversation.usual(folder);
    }

    Conversation conversation() {
        if (conversation == null) {
            beginConversation();
        }
        return conversation;
    }

    private static void end(Conversation ended) {
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public void close() {
        end(scripts);
        end(conversation);
    }
}

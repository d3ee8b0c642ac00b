package dev.surveyor.ui.shell;

import dev.surveyor.ui.shell.PageAddress.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with the topic of the page in sight; where that has none, the user is asked for one. For the JavaFX thread
 * only.
 */
final class TopicAtHand {

    private static final Set<Kind> NOT_A_TABLE = EnumSet.of(Kind.PRODUCER, Kind.SEARCH);
    private static final Set<Kind> RECORDS = EnumSet.of(Kind.TOPIC, Kind.SEARCH);
    private static final Set<Kind> SEARCHED = EnumSet.of(Kind.TOPIC, Kind.PRODUCER);

    private final OpenPages pages;
    private final Workspace workspace;
    private final Questions questions;

    TopicAtHand(OpenPages pages, Workspace workspace, Questions questions) {
        this.pages = pages;
        this.workspace = workspace;
        this.questions = questions;
    }

    void consume() {
        ofKind(NOT_A_TABLE)
                .filter(address -> !address.object().isEmpty())
                .ifPresentOrElse(address -> open(Kind.TOPIC, address), questions::topicToWatch);
    }

    void produce() {
        ofKind(RECORDS).ifPresentOrElse(address -> open(Kind.PRODUCER, address), questions::topicToSendTo);
    }

    void search() {
        ofKind(SEARCHED)
                .filter(address -> !address.object().isEmpty())
                .ifPresentOrElse(address -> open(Kind.SEARCH, address), questions::topicToSearch);
    }

    void export() {
        ofKind(RECORDS).ifPresentOrElse(workspace::export, () -> questions.topicTo("export from", workspace::export));
    }

    void importRecords() {
        ofKind(RECORDS)
                .ifPresentOrElse(
                        workspace::importRecords, () -> questions.topicTo("import into", workspace::importRecords));
    }

    /** Shows the group whose tab is open on the connection of the page in sight; from a group, asks for another one. */
    void group() {
        Optional<PageAddress> selected = pages.selected().map(OpenPage::address);
        selected.filter(address -> address.kind() != Kind.GROUP)
                .flatMap(address -> pages.pages().stream()
                        .map(OpenPage::address)
                        .filter(each ->
                                each.kind() == Kind.GROUP && each.profileId().equals(address.profileId()))
                        .reduce((first, last) -> last))
                .ifPresentOrElse(workspace::open, questions::group);
    }

    private Optional<PageAddress> ofKind(Set<Kind> kinds) {
        return pages.selected().map(OpenPage::address).filter(address -> kinds.contains(address.kind()));
    }

    private void open(Kind kind, PageAddress address) {
        workspace.open(new PageAddress(kind, address.profileId(), address.object()));
    }
}

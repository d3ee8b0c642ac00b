package dev.surveyor.ui.shell;

import dev.surveyor.ui.page.ExportsRecords;
import dev.surveyor.ui.page.ImportsRecords;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageAddress.Kind;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.shell.palette.Questions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is done with the topic of the page in sight; where that has none, the user is asked for one. For the JavaFX thread
 * only.
 *
 * @param pages the tabs
 * @param questions asks
 */
record TopicAtHand(OpenPages pages, Workbench workbench, Questions questions) {

    private static final Set<Kind> NOT_A_TABLE = EnumSet.of(Kind.PRODUCER, Kind.SEARCH);
    private static final Set<Kind> RECORDS = EnumSet.of(Kind.TOPIC, Kind.SEARCH);
    private static final Set<Kind> SEARCHED = EnumSet.of(Kind.TOPIC, Kind.PRODUCER);

    /** Shows the records of the topic, or asks of which one. */
    void consume() {
        ofKind(NOT_A_TABLE)
                .filter(address -> !address.object().isEmpty())
                .ifPresentOrElse(address -> workbench.open(address.as(Kind.TOPIC)), questions::topicToWatch);
    }

    /** Opens the producer of the topic, or asks for which one. */
    void produce() {
        ofKind(RECORDS).ifPresentOrElse(address -> workbench.open(address.as(Kind.PRODUCER)), questions::topicToSendTo);
    }

    /** Opens the search of the topic, or asks which one to search. */
    void search() {
        ofKind(SEARCHED)
                .filter(address -> !address.object().isEmpty())
                .ifPresentOrElse(address -> workbench.open(address.as(Kind.SEARCH)), questions::topicToSearch);
    }

    /** Asks what to write of the page to a file, or of which topic. */
    void export() {
        withTopic("export from", ExportsRecords.class, ExportsRecords::exportRecords);
    }

    /** Asks which records to send to the topic of the page, or to which one. */
    void importRecords() {
        withTopic("import into", ImportsRecords.class, ImportsRecords::importRecords);
    }

    private <A> void withTopic(String verb, Class<A> ability, Consumer<A> wish) {
        Consumer<PageAddress> open = address -> workbench.open(address, ability, wish);
        pages.selected()
                .filter(page -> page.page().as(ability).isPresent())
                .map(OpenPage::address)
                .ifPresentOrElse(open, () -> questions.topicTo(verb, open));
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
                .ifPresentOrElse(workbench::open, questions::group);
    }

    private Optional<PageAddress> ofKind(Set<Kind> kinds) {
        return pages.selected().map(OpenPage::address).filter(address -> kinds.contains(address.kind()));
    }
}

package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PemTextTest {

    private static final String BODY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2";
    private static final String REST = "d3h5ejAxMjM0NTY3ODk=";
    private static final String ONE =
            "-----BEGIN CERTIFICATE-----\n" + BODY + "\n" + REST + "\n-----END CERTIFICATE-----\n";

    @Test
    void line_ends_come_back_however_they_were_lost() {
        for (String lost : new String[] {"", " ", "\\n", "\\r\\n", "\r\n", "\t"}) {
            assertThat(PemText.withLineEnds((ONE + ONE).replace("\n", lost))).isEqualTo(ONE + ONE);
        }
    }

    @Test
    void a_text_that_is_whole_stays_and_what_stands_around_its_blocks_goes() {
        assertThat(PemText.withLineEnds(ONE)).isEqualTo(ONE);
        assertThat(PemText.withLineEnds("Bag Attributes\n  friendlyName: ca\nsubject=/CN=ca\n" + ONE))
                .isEqualTo(ONE);
    }

    @Test
    void headers_inside_a_block_keep_their_lines() {
        String old = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n" + BODY
                + "\n-----END RSA PRIVATE KEY-----\n";
        assertThat(PemText.withLineEnds(old)).isEqualTo(old);
    }

    @Test
    void another_text_comes_back_as_it_is() {
        assertThat(PemText.withLineEnds("hello")).isEqualTo("hello");
        assertThat(PemText.withLineEnds("-----BEGIN CERTIFICATE-----AAAA"))
                .isEqualTo("-----BEGIN CERTIFICATE-----AAAA");
    }
}

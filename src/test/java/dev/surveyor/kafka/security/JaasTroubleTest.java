package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.surveyor.kafka.failure.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds the place at which the client's own parser gives up, and nothing where it does not. */
class JaasTroubleTest {

    private static boolean taken(String text) {
        return catchThrowable(() -> JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(text))))
                == null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.B required;",
                "a.B REQUIRED ;",
                "a.B required username=\"u\" password=\"p\";",
                "a.B required username='u' password=p;",
                "a.B required\n  username=\"u\"\n  password=\"p\";\n",
                "a.B required password=\"with ; and = and / and \\\" inside\";",
                "a.B required a = \"b\" ;",
                "a.B required a=\"b\"; // the end",
                "a.B /* why */ required a=b;",
                "a.B required zoë=\"ü\";",
            })
    void what_the_client_takes_has_no_trouble(String text) {
        assertThat(taken(text)).isTrue();
        assertThat(JaasTrouble.in(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.B required username=\"u\" password=\"p\"|the semicolon at its end is missing|character 38 of 38",
                "a.B required username= password=\"p\";|no value stands behind username=|character 23 of",
                "a.B required username=;|no value stands behind username=|character 23 of 23",
                "a.B required username \"u\";|no = stands behind username|character 23 of",
                "a.B needed a=b;|no control flag stands behind the login module|'needed' is none",
                "a.B;|no control flag stands behind the login module|The word required is missing, at character 4 of 4",
                "a.B|no control flag stands behind the login module|The word required is missing",
                "a.B required username=\"u;|a quote is not closed|character 23",
                "a.B required password=my secret;|no = stands behind what follows the value of password|character 32",
                "a.B required keyTab=/etc/krb5.keytab;|a / outside quotes begins a comment|after character 20",
                "a.B required password=abc/def;|a / outside quotes begins a comment|after character 25",
                "a.B required ; c.D required;|it has more than one login module|character 16",
                "= required;|it does not begin with a login module|character 1",
                "~~|it names no login module|It is empty",
                "// only a comment|it names no login module|It is empty",
            })
    void what_the_client_refuses_has_a_place(String text, String how, String where) {
        assertThat(taken(text)).isFalse();

        Explanation trouble = Objects.requireNonNull(JaasTrouble.in(text), "no trouble was found");

        assertThat(trouble.what()).isEqualTo("sasl.jaas.config cannot be read: " + how);
        assertThat(trouble.why()).contains(where);
        assertThat(trouble.remedies())
                .isEqualTo(List.of("Write it as: login.module.Class required name=\"value\" name=\"value\";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.B required password=hunter2 hunter3;",
                "a.B required password=\"hunter2;",
                "a.B required password=hunter2/hunter3;",
                "a.B required password \"hunter2\";",
                "a.B required username=\"u\" \"hunter2\";",
            })
    void no_value_is_ever_quoted(String text) {
        assertThat(String.valueOf(JaasTrouble.in(text))).doesNotContain("hunter");
    }
}

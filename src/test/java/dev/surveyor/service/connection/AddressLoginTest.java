package dev.surveyor.service.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressLoginTest {

    @Test
    void both_parts_are_told_from_the_address() {
        assertThat(AddressLogin.in("https://me:hunter2@registry.example:8081/a"))
                .contains(new AddressLogin("https://registry.example:8081/a", "me", "hunter2"));
        assertThat(AddressLogin.in("http://me@registry.example"))
                .contains(new AddressLogin("http://registry.example", "me", ""));
        assertThat(AddressLogin.in("http://:hunter2@registry.example"))
                .contains(new AddressLogin("http://registry.example", "", "hunter2"));
    }

    @Test
    void what_is_written_with_percent_signs_is_meant_without_them() {
        assertThat(AddressLogin.in("http://a%40b:p%3Aq+r@h")).contains(new AddressLogin("http://h", "a@b", "p:q+r"));
        assertThat(AddressLogin.in("http://a:100%@h")).contains(new AddressLogin("http://h", "a", "100%"));
        assertThat(AddressLogin.in("http://a:p@q@h")).contains(new AddressLogin("http://h", "a", "p@q"));
    }

    @Test
    void an_address_without_a_login_has_none() {
        assertThat(AddressLogin.in("http://registry.example:8081/a@b")).isEmpty();
        assertThat(AddressLogin.in("registry.example")).isEmpty();
        assertThat(AddressLogin.in("")).isEmpty();
    }

    @Test
    void the_password_has_no_text_form() {
        assertThat(AddressLogin.in("http://me:hunter2@h").toString()).doesNotContain("hunter2");
    }
}

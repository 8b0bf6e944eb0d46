package simwright.device.sanitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.at.Answer;
import simwright.at.Fields;
import simwright.at.command.ReadCardFile;

/// What stands on the profile in use, and in the device beside it: short messages (3GPP TS 27.005),
/// phone books and forbidden networks (3GPP TS 27.007, TS 31.102).
record CardContents(Asked asked) {
  private static final Pattern NAME = Pattern.compile("\"?([A-Z]{2})\"?");

  /// Storages that show what others hold, and books that are not a user's.
  private static final Set<String> VIEWS = Set.of("MT", "SR", "BM", "EN", "ON", "SN", "FD", "VM");

  private static final int USUAL = 12;

  Cleaned messages() {
    List<String> names = names("AT+CPMS=?");
    if (names.isEmpty()) {
      return Cleaned.open(Trace.MESSAGES, "the modem names no storage of messages (+CPMS=?)");
    }
    List<String> open = new ArrayList<>();
    for (String name : names) {
      messages(name).ifPresent(open::add);
    }
    Answer<List<String>> unused = asked.line("AT+CPMS=\"" + names.getFirst() + "\"");
    return open.isEmpty()
        ? Cleaned.proven(Trace.MESSAGES, "+CPMS? counts none in " + String.join(", ", names))
        : Cleaned.open(Trace.MESSAGES, String.join("; ", open));
  }

  /// What is open of a storage.
  private Optional<String> messages(String name) {
    Answer<List<String>> chosen = asked.line("AT+CPMS=\"" + name + "\"");
    if (chosen.value().isEmpty()) {
      return Optional.of(name + ": " + Asked.why(chosen));
    }
    Answer<List<String>> deleted = asked.line("AT+CMGD=1,4");
    int left = count("AT+CPMS?", "+CPMS", name);
    return left == 0
        ? Optional.empty()
        : Optional.of(
            name
                + (left < 0 ? ": its messages are not counted" : ": " + left + " are left")
                + (deleted.value().isEmpty() ? ", +CMGD=1,4: " + Asked.why(deleted) : ""));
  }

  /// How many a storage of this name holds; -1 where that is not told.
  private int count(String question, String prefix, String name) {
    return asked
        .rows(question, prefix)
        .flatMap(rows -> rows.stream().findFirst())
        .filter(row -> row.text(0).equals(name))
        .map(row -> row.number(1).orElse(-1))
        .orElse(-1);
  }

  Cleaned phoneBooks() {
    List<String> names = names("AT+CPBS=?");
    if (names.isEmpty()) {
      return Cleaned.open(Trace.PHONE_BOOK, "the modem names no phone book (+CPBS=?)");
    }
    List<String> open = new ArrayList<>();
    for (String name : names) {
      phoneBook(name).ifPresent(open::add);
    }
    Answer<List<String>> unused = asked.line("AT+CPBS=\"" + names.getFirst() + "\"");
    return open.isEmpty()
        ? Cleaned.proven(Trace.PHONE_BOOK, "+CPBR lists no entry of " + String.join(", ", names))
        : Cleaned.open(Trace.PHONE_BOOK, String.join("; ", open));
  }

  private Optional<String> phoneBook(String name) {
    Answer<List<String>> chosen = asked.line("AT+CPBS=\"" + name + "\"");
    if (chosen.value().isEmpty()) {
      return Optional.of(name + ": " + Asked.why(chosen));
    }
    Optional<List<Integer>> entries = entries();
    if (entries.isEmpty()) {
      return Optional.of(name + ": its entries cannot be listed");
    }
    for (int place : entries.get()) {
      Answer<List<String>> unused = asked.line("AT+CPBW=" + place);
    }
    Optional<List<Integer>> left = entries();
    return left.isPresent() && left.get().isEmpty()
        ? Optional.empty()
        : Optional.of(
            name
                + ": "
                + left.map(all -> all.size() + " entries are left").orElse("it cannot be read"));
  }

  /// The places that are taken; a modem that finds none says so by an error (3GPP TS 27.007 clause
  /// 9.2, 22).
  private Optional<List<Integer>> entries() {
    int last =
        asked
            .rows("AT+CPBR=?", "+CPBR")
            .flatMap(rows -> rows.stream().findFirst())
            .map(row -> row.text(0).replaceAll("^\\(?[0-9]+-([0-9]+)\\)?$", "$1"))
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(Integer::parseInt)
            .orElse(0);
    if (last == 0) {
      return Optional.empty();
    }
    Answer<List<String>> listed = asked.line("AT+CPBR=1," + last);
    boolean none = listed.code().filter(code -> code.toString().equals("cme/22")).isPresent();
    return none
        ? Optional.of(List.of())
        : listed
            .value()
            .map(lines ->
                lines.stream()
                    .filter(each -> Fields.prefix(each).equals("+CPBR"))
                    .flatMap(each -> Fields.of(each).number(0).stream().boxed())
                    .toList());
  }

  Cleaned forbidden() {
    Optional<ReadCardFile.Content> before = fplmn();
    if (before.isEmpty()) {
      return Cleaned.open(Trace.FORBIDDEN_NETWORKS, "the card does not let it be read (+CRSM)");
    }
    if (!empty(before.get())) {
      int length = before.get().hex().length() / 2;
      Answer<ReadCardFile.Content> unused = asked.send(ReadCardFile.clearForbidden(length));
    }
    Optional<ReadCardFile.Content> after = fplmn();
    return after.filter(CardContents::empty).isPresent()
        ? Cleaned.proven(Trace.FORBIDDEN_NETWORKS, "read back from the card as empty")
        : Cleaned.open(Trace.FORBIDDEN_NETWORKS, "the card does not show it as empty");
  }

  /// The whole file; a card that wants to be asked by its length is asked by the usual one.
  private Optional<ReadCardFile.Content> fplmn() {
    return read(0).or(() -> read(USUAL));
  }

  private Optional<ReadCardFile.Content> read(int length) {
    return asked
        .send(ReadCardFile.binary(ReadCardFile.EF_FPLMN, length))
        .value()
        .filter(each -> each.done() && !each.hex().isEmpty());
  }

  private static boolean empty(ReadCardFile.Content content) {
    return content.hex().matches("(?i)F+");
  }

  /// The names that a question for what there is tells first, without views of others.
  private List<String> names(String question) {
    Set<String> names = new TreeSet<>();
    asked
        .line(question)
        .value()
        .ifPresent(lines -> {
          for (String line : lines) {
            Matcher name = NAME.matcher(Fields.of(line).text(0));
            while (name.find()) {
              names.add(name.group(1));
            }
          }
        });
    names.removeAll(VIEWS);
    return List.copyOf(names);
  }
}

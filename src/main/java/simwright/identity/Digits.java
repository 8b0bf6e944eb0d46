package simwright.identity;

/// Digits of identifiers: cleaning what devices print, and the Luhn check of ISO/IEC 7812-1.
final class Digits {
  private Digits() {}

  static String clean(String text, String name, int least, int most) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!(c == ' ' || c == '-' || ((c == 'F' || c == 'f') && i >= text.length() - 2))) {
        throw new IllegalArgumentException(name + " has a character that is no digit");
      }
    }
    if (digits.length() < least || digits.length() > most) {
      throw new IllegalArgumentException(
          name + " has " + digits.length() + " digits, expected " + least + " to " + most);
    }
    return digits.toString();
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, even = 0; i >= 0; i--, even ^= 1) {
      int d = digits.charAt(i) - '0';
      int weighted = even == 1 ? d * 2 : d;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}

package simwright.report;

import java.util.ArrayList;
import java.util.List;

/// Text that means harm to some sink: markup, scripts, formulas, control characters, directions,
/// halves of characters, paths, templates and what is endless; each also in the middle of words.
public final class Hostile {
  private static final List<String> BASE =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<svg/onload=alert(1)//",
          "</td></tr></table><iframe src=javascript:alert(1)>",
          "</style><style>*{display:none}</style>",
          "</title><h1>passed</h1>",
          "\"><script>alert(1)</script>",
          "'><script>alert(1)</script>",
          "\" onmouseover=\"alert(1)",
          "' onfocus='alert(1)' autofocus='",
          "`onclick=alert(1)`",
          "javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<!-- comment",
          "--><b>out</b>",
          "<![CDATA[x]]>",
          "]]><x/>",
          "<?xml version=\"1.0\"?>",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
          "&lt;script&gt;",
          "&#60;script&#62;",
          "&amp;amp;",
          "&undefined;",
          "{{constructor.constructor('x')()}}",
          "${jndi:ldap://x/y}",
          "#{7*7}",
          "%s%n%x%d",
          "\\u003cscript\\u003e",
          "\\\"",
          "\\",
          "\\n\\r",
          "\"",
          "'",
          "\"\"",
          ",",
          ";",
          "a,b\"c\",d",
          "=1+1",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-1+1",
          "@SUM(1;1)",
          " =1+1",
          "\t=1+1",
          "\r=1+1",
          "=HYPERLINK(\"http://x\",\"y\")",
          "\u0000",
          "\u0001\u0002\u001f",
          "\u0007\b\f",
          "\u001b[2K\u001b[1A",
          "\u001b]0;title\u0007",
          "\u001b(0",
          "\u000e\u000f",
          "\u007f\u0080\u009b31m",
          "line\nline\r\nline\rline",
          "\u0085\u2028\u2029",
          "\u202epassed",
          "\u2066\u2067\u2068\u2069",
          "\u200b\u200c\u200d\ufeff",
          "\ud800",
          "\udc00x",
          "\ud83d",
          "\udc00\ud800",
          "\uffff\ufffe",
          "\ue000",
          "e\u0301".repeat(40),
          "Z\u0335\u0321\u0322".repeat(20),
          "İıŞşĞğ",
          "ﷺ",
          "😀🏳️‍🌈",
          "\uD835\uDCEE",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "CON",
          "a".repeat(5000),
          "<".repeat(5000),
          "&".repeat(3999) + "<b>",
          "\ud83d\ude00".repeat(3000),
          "",
          " ",
          "null",
          "NaN",
          "true",
          "1e400",
          "0x41");

  private Hostile() {}

  /// At least five hundred of them.
  public static List<String> all() {
    List<String> all = new ArrayList<>(BASE);
    for (String each : BASE) {
      all.add("before " + each);
      all.add(each + " after");
      all.add("before" + each + "after");
      all.add(each + each);
      all.add("+CREG: \"" + each + "\"");
    }
    return all.stream().distinct().toList();
  }
}

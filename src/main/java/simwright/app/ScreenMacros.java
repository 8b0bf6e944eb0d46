package simwright.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.store.StoreCodes;
import simwright.ui.terminal.Macro;

/// The macros shipped with the program, and a person's own, which lie as text files in a folder and
/// come first where they have the same name.
record ScreenMacros(Path folder) {
  private static final String SHIPPED = "/simwright/macro/";
  private static final String ENDING = ".txt";

  List<Macro> all() {
    Map<String, Macro> all = new TreeMap<>();
    shipped("index")
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(name -> all.put(name, Macro.parse(name, shipped(name))));
    own().forEach(macro -> all.put(macro.name(), macro));
    return List.copyOf(all.values());
  }

  void save(String name, String text) {
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    try {
      Files.createDirectories(folder);
      var unused = Files.writeString(folder.resolve(safe + ENDING), text);
    } catch (IOException e) {
      throw unusable("saving a macro", e);
    }
  }

  private List<Macro> own() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).map(this::read).toList();
    } catch (IOException e) {
      throw unusable("reading macros", e);
    }
  }

  private Macro read(Path file) {
    String name = file.getFileName().toString();
    try {
      return Macro.parse(
          name.substring(0, name.length() - ENDING.length()), Files.readString(file));
    } catch (IOException e) {
      throw unusable("reading macros", e);
    }
  }

  private Fault unusable(String doing, IOException e) {
    return new Fault(StoreCodes.UNUSABLE, doing, folder.toString(), e.getMessage(), e);
  }

  private static String shipped(String name) {
    try (InputStream in = ScreenMacros.class.getResourceAsStream(SHIPPED + name + ENDING)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "reading macros", name, e.getMessage(), e);
    }
  }
}

/// Simwright: one module; nothing outside uses its packages but JavaFX's FXML loader, picocli and
/// Jackson, to whom single packages are opened.
module simwright {
  requires atlantafx.base;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.fazecast.jSerialComm;
  requires com.google.zxing;
  requires com.networknt.schema;
  requires com.samskivert.jmustache;
  requires info.picocli;
  requires java.desktop;
  requires java.net.http;
  requires java.smartcardio;
  requires java.sql;
  requires javafx.controls;
  requires javafx.fxml;
  requires openhtmltopdf.core;
  requires openhtmltopdf.pdfbox;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.interval;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires org.controlsfx.controls;
  requires org.jspecify;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires jdk.httpserver;
  requires jdk.net;
  requires jdk.unsupported;

  opens simwright.cli to
      info.picocli;
  opens simwright.ui.acceptance to
      javafx.fxml;
  opens simwright.ui.audit to
      javafx.fxml;
  opens simwright.ui.bench to
      javafx.fxml;
  opens simwright.ui.catalog to
      javafx.fxml;
  opens simwright.ui.data to
      javafx.fxml;
  opens simwright.ui.failover to
      javafx.fxml;
  opens simwright.ui.frame to
      javafx.fxml;
  opens simwright.ui.help to
      javafx.fxml;
  opens simwright.ui.part to
      javafx.fxml;
  opens simwright.ui.plan to
      javafx.fxml;
  opens simwright.ui.profile to
      javafx.fxml;
  opens simwright.ui.registry to
      javafx.fxml;
  opens simwright.ui.result to
      javafx.fxml;
  opens simwright.ui.terminal to
      javafx.fxml;

  exports simwright.app to
      javafx.graphics;
}

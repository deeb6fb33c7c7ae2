package vn.bantin.benchmark.server;

import java.nio.file.Path;

/**
 * The configuration of nginx: one server for files, a proxy for it, and a proxy with a
 * cache.
 *
 * @param folder of all its files
 * @param user that runs it
 * @param files port of the server for files
 * @param proxy port of the proxy
 * @param cache port of the proxy with a cache
 */
record NginxConfiguration(Path folder, String user, int files, int proxy, int cache) {

	private static final String ROOT = "root";

	String render() {
		// Workers of root would run as a user who cannot read the folder.
		String user = this.user.equals(ROOT) ? "user root;\n" : "";
		return user + """
				daemon off;
				worker_processes 2;
				pid %1$s/nginx.pid;
				error_log %1$s/error.log;
				events {
				  worker_connections 1024;
				}
				http {
				  access_log off;
				  sendfile on;
				  tcp_nopush off;
				  keepalive_timeout 75s;
				  keepalive_requests 1000000000;
				  default_type application/octet-stream;
				  types {
				    application/json json;
				    text/html html;
				  }
				  client_body_temp_path %1$s/body;
				  proxy_temp_path %1$s/proxy;
				  fastcgi_temp_path %1$s/fastcgi;
				  uwsgi_temp_path %1$s/uwsgi;
				  scgi_temp_path %1$s/scgi;
				  proxy_cache_path %1$s/cache keys_zone=answers:10m inactive=1d;
				  proxy_http_version 1.1;
				  proxy_set_header Connection "";
				  upstream files {
				    server 127.0.0.1:%2$d;
				    keepalive 64;
				    keepalive_requests 1000000000;
				  }
				  server {
				    listen 127.0.0.1:%2$d;
				    root %1$s/files;
				    open_file_cache max=100 inactive=1h;
				  }
				  server {
				    listen 127.0.0.1:%3$d;
				    location / {
				      proxy_pass http://files;
				    }
				  }
				  server {
				    listen 127.0.0.1:%4$d;
				    location / {
				      proxy_pass http://files;
				      proxy_cache answers;
				      proxy_cache_valid 200 1d;
				      proxy_cache_lock on;
				    }
				  }
				}
				""".formatted(this.folder, this.files, this.proxy, this.cache);
	}

}

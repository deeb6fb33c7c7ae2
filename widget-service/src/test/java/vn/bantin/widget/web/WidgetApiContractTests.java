package vn.bantin.widget.web;

import vn.bantin.service.openapi.ApiContract;

/** The document of this service's HTTP. */
class WidgetApiContractTests extends ApiContract {

}

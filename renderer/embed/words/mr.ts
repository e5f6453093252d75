/**
 * What the embedded page says in Marathi.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const mr: PageWords = {
  instead: {
    'common.done': 'बंद करा',
    'result.admittedTodo': 'आपल्याला प्रवेशाची परवानगी आहे. आपण पुढे जाऊ शकता.',
    'failure.terminal': 'हे पान सध्या आपले काम करू शकत नाही.',
    'help.text': 'कृपया स्वागतकक्षात जा. तेथे या पानाशिवायही मदत मिळू शकते.',
    'order.title': 'सध्या उपलब्ध नाही',
    'order.text': 'हे पान सध्या वापरता येत नाही. कृपया स्वागतकक्षात जा.',
    'moment.text': 'हे पान लवकरच पुन्हा तयार होईल. जास्त वेळ लागल्यास कृपया स्वागतकक्षात जा.',
  },
  own: {
    left: 'ही तपासणी संपली आहे',
    leftText: 'आपण लिहिलेले पुसले आहे. कोणताही निर्णय झालेला नाही.',
    again: 'पुन्हा सुरू करा',
    finished: 'पूर्ण झाले',
    finishedText: 'आता आपण हे पान बंद करू शकता.',
    finishedPhoneText: 'आता आपण आपला फोन ठेवू शकता आणि प्रवेशद्वारावरील स्क्रीनवर पुढे जाऊ शकता.',
    putAway: 'आता आपण आपला फोन ठेवू शकता: निकाल प्रवेशद्वारावरील स्क्रीनवरही दिसत आहे.',
    overPhone: 'ही लिंक आता चालत नाही',
    overPhoneText: 'ती एकदाच आणि थोड्या वेळेसाठी चालते. यंत्र आपल्याला नवी लिंक दाखवेल.',
    overParty: 'हे पान वापरता येत नाही',
    overPartyText: 'आपण ज्या पानावरून आलात ते येथे नसलेली गोष्ट मागते. कृपया त्यांना सांगा.',
  },
};
